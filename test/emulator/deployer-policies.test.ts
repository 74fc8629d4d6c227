import { mustGet } from "../../src/base/invariant";
import { sortedUnique } from "../../src/base/ordering";
import { stagesOf } from "../support/permissions/emulated-examples";
import { actionsIn, refused, superfluous, widened, without } from "../support/permissions/iam-policy";
import { liveThrough, type LivedRoot } from "../support/permissions/life-of-a-deployment";
import { ASKED_LATER, unexplained } from "../support/permissions/rarely-asked";
import { prepareSurroundings } from "../support/permissions/surroundings";
import { compileAccepted, exampleSpecs, type NamedSpec } from "../support/specs";

/*
 * Least privilege: every example is applied and changed, some are also changed back and destroyed, and
 * what that asks of IAM — the calls on the wire, with what AWS asks beside them — is held against the policies that are
 * emitted with it, both ways.
 */

/** The emulator is one of AWS. */
const examples = exampleSpecs()
  .filter((spec) => compileAccepted(spec).providerName === "aws")
  .map((spec) => [spec.file, spec] as const);

/** It has a cluster and an instance, in one Region. */
const DATABASES_TO_THE_END = "examples/china-provider-keys.yaml";

/** A database takes a quarter of an hour to be destroyed: most lives of databases are cut short. */
const isCutShort = (spec: NamedSpec & { readonly file: string }) =>
  compileAccepted(spec).plan.databases.length > 0 && spec.file !== DATABASES_TO_THE_END;

const lives = new Map<string, Promise<readonly LivedRoot[]>>();

beforeAll(async () => {
  const regions = examples.flatMap(([, spec]) => compileAccepted(spec).plan.regions.map(({ name }) => name));
  const { account, surroundings } = await prepareSurroundings(sortedUnique(regions));
  // Lives are spent waiting: all examples have theirs at once.
  for (const [file, spec] of examples)
    lives.set(file, liveThrough(stagesOf(spec, surroundings), account, isCutShort(spec)));
  await Promise.allSettled(lives.values());
});

describe.each(examples)("whoever has the policies of %s", (file, spec) => {
  const later = isCutShort(spec) ? ASKED_LATER : [];

  it("may do all that it asks for", async () => {
    for (const { policy, asked, policyToDestroy, askedByDestruction } of await mustGet(lives, file)) {
      expect(refused(policy, asked)).toEqual([]);
      expect(refused(policyToDestroy, askedByDestruction)).toEqual([]);
    }
  });

  it("may do nothing that is never asked for", async () => {
    for (const { policy, policyToDestroy, asked, askedByDestruction } of await mustGet(lives, file)) {
      const all = [...asked, ...askedByDestruction];
      expect(unexplained(superfluous(policy, all), later)).toEqual([]);
      if (!isCutShort(spec)) expect(unexplained(superfluous(policyToDestroy, all))).toEqual([]);
    }
  });

  it("could not do it with an action less, and is noticed with an action or a resource more", async () => {
    for (const { policy, asked, askedByDestruction } of await mustGet(lives, file)) {
      const all = [...asked, ...askedByDestruction];
      for (const action of actionsIn(policy).filter((name) => all.some((one) => one.action === name)))
        expect(refused(without(policy, action), all)).toContainEqual(expect.stringContaining(`${action} `));
      for (const [statement, part] of [
        [{ Action: "rds:StopDBInstance" }, "rds:StopDBInstance"],
        [{ Resource: "arn:aws:rds:*:*:db:others-*" }, "arn:aws:rds:*:*:db:others-*"],
      ] as const)
        expect(unexplained(superfluous(widened(policy, statement), all), later)).toEqual(
          policy.Statement.slice(0, 1).map(({ Sid }) => `${Sid} ${part}`),
        );
    }
  });
});
