import { awsPolicyChecks } from "../../src/providers/aws/policy-checks/index";
import {
  addressJudged,
  judgePrograms as judgeOneByOne,
  type Verdict,
} from "../../src/providers/common/policy-checks/judge";
import { googlePolicyChecks } from "../../src/providers/google/policy-checks/index";
import { providerNamed } from "../../src/providers/registry";
import type { TerraformProgram } from "../../src/terraform/program";
import { goldenDeployments, type GoldenDeployment } from "../support/golden-modules";
import { googleMutations } from "../support/google-check-mutations";
import { mutations as awsMutations } from "../support/policy-check-mutations";
import type { Mutation } from "../support/mutate-modules";

/*
 * Every check by its own identifier over every golden, which is read back from Terraform's language for it: what
 * the tree of a program promises, the files must hold.
 */

/** What is asked of the checks of a provider. */
interface Suite {
  readonly checks: Parameters<typeof judgeOneByOne>[0];
  readonly mutations: Readonly<Record<string, Mutation>>;
  /** Checks that no resource passes: what they ask for is not made here, and the reason is always given. */
  readonly neverPassed: readonly string[];
}

const SUITES: Readonly<Record<string, Suite>> = {
  aws: {
    checks: awsPolicyChecks,
    mutations: awsMutations,
    neverPassed: ["CKV2_AWS_8", "RDS.19", "RDS.20", "RDS.21", "RDS.26", "RDS.46"],
  },
  google: { checks: googlePolicyChecks, mutations: googleMutations, neverPassed: [] },
};

/** Checks that look at something that the back end for files does not read back. */
const NOT_IN_FILES = ["terraform_workspace_remote"];

let all: readonly GoldenDeployment[] = [];
beforeAll(async () => {
  all = await goldenDeployments();
}, 120_000);

describe.each(Object.entries(SUITES))("%s", (provider, { checks: ownChecks, mutations, neverPassed }) => {
  const IDS = ownChecks.map(({ id }) => id);
  let goldens: readonly GoldenDeployment[] = [];
  beforeAll(() => {
    goldens = all.filter(({ deployment }) => deployment.providerName === provider);
  });

  test("there are goldens", () => {
    expect(goldens.length).toBeGreaterThan(2);
  });

  test("every identifier stands for one check", () => {
    expect(new Set(IDS).size).toBe(IDS.length);
  });

  test("no check fails on a golden without a reason", () => {
    const failed = goldens.flatMap(({ file, deployment, modules }) => {
      const reasons = reasonsOf(deployment);
      return judgePrograms(ownChecks, modules)
        .filter(({ passes }) => !passes)
        .filter((verdict) => (reasons.get(nameOf(verdict)) ?? "") === "")
        .map((verdict) => `${file}: ${nameOf(verdict)}`);
    });
    expect(failed).toEqual([]);
  });

  test("what fails for checkov or trivy says so in the file, with the reason, and nothing else does", () => {
    for (const { file, deployment, modules } of goldens) {
      const reasons = reasonsOf(deployment);
      const failed = judgePrograms(ownChecks, modules)
        .filter(({ check, passes }) => !passes && ["checkov", "trivy"].includes(check.tool))
        .map((verdict) => `${nameOf(verdict)}: ${reasons.get(nameOf(verdict)) ?? ""}`);
      expect({ file, skipped: marksOf(modules).sort() }).toEqual({ file, skipped: failed.sort() });
    }
  });

  test("the audit of a program is the audit of its files", () => {
    for (const { file, deployment, modules } of goldens) {
      const ofFiles = judgePrograms(ownChecks, modules).map(
        (verdict) => `${nameOf(verdict)}: ${String(verdict.passes)}`,
      );
      const ofProgram = providerNamed(provider)
        .audit(deployment.plan, deployment.programs)
        .map(
          ({ stack, check, address, status }) =>
            `${stack} ${check.id} ${address ?? ""}: ${String(status === "passed")}`,
        );
      expect({ file, audit: ofFiles.sort() }).toEqual({ file, audit: ofProgram.sort() });
    }
  });

  test("every check judges something in the goldens", () => {
    const judged = new Set(
      goldens.flatMap(({ modules }) => judgePrograms(ownChecks, modules).map(({ check }) => check.id)),
    );
    expect(IDS.filter((id) => !judged.has(id))).toEqual([]);
  });

  test("every check but those that always have a reason is shown to fail", () => {
    const shown = [...Object.keys(mutations), ...neverPassed, ...NOT_IN_FILES];
    expect(shown.sort()).toEqual([...IDS].sort());
  });

  test.each(Object.keys(mutations))("%s finds its fault", (id) => {
    const checks = ownChecks.filter((check) => check.id === id);
    const before = goldens.flatMap(({ modules }) => judgePrograms(checks, modules));
    const mutate = mutations[id] ?? ((modules) => modules);
    const after = goldens.flatMap(({ modules }) => judgePrograms(checks, mutate(modules)));
    const failures = (verdicts: readonly Verdict[]) => verdicts.filter(({ passes }) => !passes).length;
    expect(failures(after)).toBeGreaterThan(failures(before));
  });

  test("what is never passed is never passed", () => {
    const checks = ownChecks.filter(({ id }) => neverPassed.includes(id));
    const verdicts = goldens.flatMap(({ modules }) => judgePrograms(checks, modules));
    expect(verdicts.filter(({ passes }) => passes)).toEqual([]);
  });
});

function judgePrograms(...subject: Parameters<typeof judgeOneByOne>): readonly Verdict[] {
  return [...judgeOneByOne(...subject)];
}

function nameOf(verdict: Verdict): string {
  return `${verdict.program.name} ${verdict.check.id} ${addressJudged(verdict) ?? ""}`;
}

function reasonsOf({
  providerName,
  plan,
  programs,
}: GoldenDeployment["deployment"]): ReadonlyMap<string, string> {
  return new Map(
    providerNamed(providerName)
      .audit(plan, programs)
      .flatMap((outcome) =>
        outcome.status === "skipped"
          ? [[`${outcome.stack} ${outcome.check.id} ${outcome.address ?? ""}`, outcome.reason]]
          : [],
      ),
  );
}

function marksOf(modules: readonly TerraformProgram[]): string[] {
  return modules.flatMap(({ name: stack, sections }) =>
    sections.flatMap(({ elements }) =>
      elements.flatMap(({ type, name, skippedChecks }) =>
        skippedChecks.map(({ id, reason }) => `${stack} ${id} ${type}.${name}: ${reason}`),
      ),
    ),
  );
}
