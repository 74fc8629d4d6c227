import { adviseDeployment } from "../../../src/advice/advise";
import { TOLD_NEEDS, type ToldNeed } from "../../../src/model/advice";
import { awsProvider } from "../../../src/providers/aws/provider";
import { googleProvider } from "../../../src/providers/google/provider";
import type { Provider } from "../../../src/providers/provider";
import { starterSpec } from "../../../src/starter/starter-spec";
import { compileAccepted } from "../../support/specs";

type Regions = readonly [string, ...string[]];

/** What the starter specs of a provider are tried with. */
interface Subject {
  readonly provider: Provider;
  readonly one: Regions;
  readonly two: Regions;
  /** Engines of a cluster and of an instance. */
  readonly engines: readonly string[];
  readonly partition: string;
  /** What may make a line longer than a terminal is wide. */
  readonly long: RegExp;
}

const SUBJECTS: readonly Subject[] = [
  {
    provider: awsProvider,
    one: ["us-east-1"],
    two: ["eu-west-1", "eu-central-1"],
    engines: ["aurora-postgresql", "postgres"],
    partition: "aws",
    long: /http|arn:/,
  },
  {
    provider: googleProvider,
    one: ["us-central1"],
    two: ["europe-west4", "europe-west1"],
    engines: ["alloydb-postgresql", "postgres"],
    partition: "googleapis.com",
    long: /http|acme/,
  },
];

/** Each need alone, and those together that get in each other's way. */
const NEEDS: readonly (readonly ToldNeed[])[] = [
  [],
  ...TOLD_NEEDS.map((need) => [need]),
  ["portable-ciphertext", "residency"],
  ["lowest-cost", "snapshot-sharing"],
  ["central-account", "custom-rotation", "portable-ciphertext"],
  ["own-material", "custom-rotation", "blast-radius"],
];

function start(
  provider: Provider,
  regions: Regions,
  engine: string | undefined,
  needs: readonly ToldNeed[],
): string {
  const hasClients = needs.includes("portable-ciphertext");
  const answers = { name: "shop", regions, engine, hasClients, needs: new Set(needs) };
  return starterSpec(answers, provider, "schema.json");
}

describe.each(SUBJECTS.map((subject) => [subject.provider.id, subject] as const))("%s", (_, subject) => {
  const { provider, one, two, engines, partition, long } = subject;
  const cases = [one, two].flatMap((regions) =>
    [...engines, undefined].flatMap((engine) => NEEDS.map((needs) => ({ regions, engine, needs }))),
  );

  test.each(cases)(
    "a starter spec compiles, and its advice finds nothing unfit: $regions $engine $needs",
    ({ regions, engine, needs }) => {
      const text = start(provider, regions, engine, needs);
      const { plan, account } = compileAccepted({ name: "shop.yaml", text });
      const { catalog, advice, prices } = provider;
      const told = new Set(needs);
      const advised = adviseDeployment({ plan, account, catalog, told }, advice, prices.get(partition));
      const unfit = advised.keySets.filter(({ verdict }) => verdict === "unfit");
      expect(unfit.map(({ profile }) => profile.keySet.name)).toEqual([]);
      expect([advised.considerations, advised.keySets.length > 0]).toEqual([[], true]);
      expect(text.split("\n").filter((line) => line.length > 80 && !long.test(line))).toEqual([]);
    },
  );

  test.each([...provider.starter.engines.keys()])(
    "%s begins with a version and a size that compile, in one Region and in two",
    (engine) => {
      const alone = compileAccepted({ name: "a.yaml", text: start(provider, one, engine, []) });
      expect(alone.plan.databases).toHaveLength(1);
      const { plan } = compileAccepted({ name: "a.yaml", text: start(provider, two, engine, []) });
      expect(plan.databases.map(({ topology }) => topology)).not.toContain("single-region");
    },
  );
});

test.each(["us-gov-west-1", "cn-north-1"])("ARNs of a starter spec in %s are of its partition", (region) => {
  const text = start(awsProvider, [region], "postgres", []);
  expect(text).not.toContain("arn:aws:");
  expect(compileAccepted({ name: "a.yaml", text }).plan.primaryRegion).toBe(region);
});
