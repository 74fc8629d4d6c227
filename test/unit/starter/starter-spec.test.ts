import { adviseDeployment } from "../../../src/advice/advise";
import { TOLD_NEEDS, type ToldNeed } from "../../../src/model/advice";
import { awsProvider } from "../../../src/providers/aws/provider";
import { starterSpec } from "../../../src/starter/starter-spec";
import { compileAccepted } from "../../support/specs";

const ENGINES = [...awsProvider.starter.engines.keys()];
const ONE: readonly [string] = ["us-east-1"];
const TWO: readonly [string, string] = ["eu-west-1", "eu-central-1"];

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
  regions: readonly [string, ...string[]],
  engine: string | undefined,
  needs: readonly ToldNeed[],
): string {
  const hasClients = needs.includes("portable-ciphertext");
  const answers = { name: "shop", regions, engine, hasClients, needs: new Set(needs) };
  return starterSpec(answers, awsProvider, "schema.json");
}

const CASES = [ONE, TWO].flatMap((regions) =>
  ["aurora-postgresql", "postgres", undefined].flatMap((engine) =>
    NEEDS.map((needs) => ({ regions, engine, needs })),
  ),
);

test.each(CASES)(
  "a starter spec compiles, and its advice finds nothing unfit: $regions $engine $needs",
  ({ regions, engine, needs }) => {
    const text = start(regions, engine, needs);
    const { plan, account } = compileAccepted({ name: "shop.yaml", text });
    const { catalog, advice, prices } = awsProvider;
    const subject = { plan, account, catalog, told: new Set(needs) };
    const { keySets, considerations } = adviseDeployment(subject, advice, prices.get("aws"));
    expect(
      keySets.filter(({ verdict }) => verdict === "unfit").map(({ profile }) => profile.keySet.name),
    ).toEqual([]);
    expect([considerations, keySets.length > 0]).toEqual([[], true]);
    expect(
      text.split("\n").filter((line) => line.length > 80 && !line.includes("http") && !line.includes("arn:")),
    ).toEqual([]);
  },
);

test.each(ENGINES)("%s begins with a version and a size that compile, in one Region and in two", (engine) => {
  expect(compileAccepted({ name: "a.yaml", text: start(ONE, engine, []) }).plan.databases).toHaveLength(1);
  const { plan } = compileAccepted({ name: "a.yaml", text: start(TWO, engine, []) });
  expect(plan.databases.map(({ topology }) => topology)).not.toContain("single-region");
});

test.each(["us-gov-west-1", "cn-north-1"])("ARNs of a starter spec in %s are of its partition", (region) => {
  const text = start([region], "postgres", []);
  expect(text).not.toContain("arn:aws:");
  expect(compileAccepted({ name: "a.yaml", text }).plan.primaryRegion).toBe(region);
});
