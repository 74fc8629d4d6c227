import type { DeploymentPlan } from "../../../model/plan";
import type {
  ResourceElement,
  ScanningTool,
  SkippedCheck,
  TerraformProgram,
} from "../../../terraform/program";
import type { CheckOutcome } from "../../policy-check";
import { createFacts, type DeploymentFacts, type ElementNames } from "./deployment-facts";
import { addressJudged, judgePrograms, type Verdict } from "./judge";
import type { CheckException, JudgedCheck } from "./policy-check";

/** The checks of a provider, and how its resources say what they were planned as. */
export interface CheckBook {
  readonly checks: readonly JudgedCheck[];
  readonly names: ElementNames;
}

/** What every check that applies says of the root modules of a plan, check by check. */
export function auditPrograms(
  { checks, names }: CheckBook,
  plan: DeploymentPlan,
  programs: readonly TerraformProgram[],
): readonly CheckOutcome[] {
  const facts = createFacts(plan, names);
  return Array.from(judgePrograms(checks, programs), (verdict): CheckOutcome => {
    const { check, program } = verdict;
    const place = { check, stack: program.name, address: addressJudged(verdict) };
    if (verdict.passes) return { ...place, status: "passed" };
    const exception = exceptionOf(verdict, facts);
    if (exception === undefined) return { ...place, status: "failed" };
    return { ...place, status: "skipped", cause: exception.cause, reason: exception.reason };
  });
}

/**
 * The same programs, in which each resource says which checks it need not pass, and why, so that the tools that
 * read it from there do not report it.
 */
export function markSkippedChecks(
  { checks, names }: CheckBook,
  plan: DeploymentPlan,
  programs: readonly TerraformProgram[],
): readonly TerraformProgram[] {
  const facts = createFacts(plan, names);
  const skipped = new Map<ResourceElement, SkippedCheck[]>();
  const markable = checks.filter(({ tool, exceptions }) => isScanner(tool) && exceptions.length > 0);
  for (const verdict of judgePrograms(markable, programs)) {
    const { check, subject, passes } = verdict;
    if (passes || subject === undefined || !isScanner(check.tool)) continue;
    const exception = exceptionOf(verdict, facts);
    if (exception === undefined) continue;
    const known = skipped.get(subject.element) ?? [];
    skipped.set(subject.element, [...known, { tool: check.tool, id: check.id, reason: exception.reason }]);
  }
  return programs.map((program) => ({
    ...program,
    sections: program.sections.map((section) => ({
      ...section,
      elements: section.elements.map((element) => {
        const skippedChecks = skipped.get(element);
        return skippedChecks === undefined ? element : { ...element, skippedChecks };
      }),
    })),
  }));
}

function isScanner(tool: string): tool is ScanningTool {
  return tool === "checkov" || tool === "trivy";
}

function exceptionOf({ check, subject }: Verdict, facts: DeploymentFacts): CheckException | undefined {
  if (check.scope === "module" || subject === undefined) return undefined;
  return check.exceptions.find(({ applies }) => applies(subject, facts));
}
