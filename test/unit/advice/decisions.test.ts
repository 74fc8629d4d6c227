import { adviseDeployment, type KeySetAdvice } from "../../../src/advice/advise";
import { chooseStrategy } from "../../../src/advice/choose";
import { NEEDS, TOLD_NEEDS, type Need, type ToldNeed } from "../../../src/model/advice";
import type { KeyStrategy } from "../../../src/model/key";
import { awsProvider } from "../../../src/providers/aws/provider";
import { compileAccepted } from "../../support/specs";

const { decisions, strategies, conflicts, considerations } = awsProvider.advice;

/** A spec in three Regions with a key set `k`; in databases, `global` and `one` are its databases, if it has any. */
function specOf(keySet: string, database: "none" | "global" | "one" = "none", more = ""): string {
  const topology = database === "global" ? "global-database" : "single-region";
  const databases = `databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: ${topology}
    key: k
    instances: { class: db.r6g.large, count: 2 }
    monitoring: { performanceInsights: false }
${more}`;
  return `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1, ap-southeast-2]
keys:
  k: ${keySet}
${database === "none" ? "" : databases}`;
}

function adviceOn(text: string, ...told: readonly ToldNeed[]): KeySetAdvice {
  const { plan, account } = compileAccepted({ name: "spec.yaml", text });
  const { catalog, advice, prices } = awsProvider;
  const { keySets } = adviseDeployment(
    { plan, account, catalog, told: new Set(told) },
    advice,
    prices.get("aws"),
  );
  const [one] = keySets;
  if (one === undefined) throw new Error("no advice is given");
  return one;
}

const KEY = (region: string, account: string, name = "11111111-2222-3333-4444-555555555555") =>
  `{ strategy: existing, regions: [${region}], arns: { ${region}: "arn:aws:kms:${region}:${account}:key/${name}" } }`;
const POLICY = `policy: { administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"] }`;

/** Each row of the table: a spec that has the need, what was told beside it, and the strategy that fits. */
const ROWS: readonly (readonly [Need, string, readonly ToldNeed[], KeyStrategy])[] = [
  ["central-account", specOf(KEY("us-east-1", "444455556666"), "one"), [], "existing"],
  ["central-account", specOf("{ strategy: single-region }", "global"), ["central-account"], "existing"],
  ["standing-keys", specOf(KEY("us-east-1", "111122223333"), "one"), [], "existing"],
  ["own-material", specOf("{ strategy: single-region, origin: external }"), [], "single-region"],
  ["own-material", specOf("{ strategy: single-region }", "global"), ["own-material"], "single-region"],
  [
    "portable-ciphertext",
    specOf("{ strategy: single-region, purpose: [client-side-encryption] }"),
    [],
    "multi-region",
  ],
  [
    "portable-signatures",
    specOf("{ strategy: single-region, purpose: [mac], spec: HMAC_256 }"),
    [],
    "multi-region",
  ],
  [
    "portable-signatures",
    specOf("{ strategy: multi-region, purpose: [signing], spec: ECC_NIST_P256 }"),
    [],
    "multi-region",
  ],
  ["residency", specOf("{ strategy: multi-region }", "global"), ["residency"], "single-region"],
  ["blast-radius", specOf("{ strategy: multi-region }", "one"), ["blast-radius"], "single-region"],
  ["lowest-cost", specOf("{ strategy: single-region }", "one"), ["lowest-cost"], "provider-owned"],
  ["lowest-cost", specOf("{ strategy: single-region }", "global"), ["lowest-cost"], "provider-managed"],
  ["lowest-cost", specOf("{ strategy: aws-managed }", "one"), [], "provider-managed"],
  ["lowest-cost", specOf("{ strategy: aws-owned }", "one"), [], "provider-owned"],
  [
    "use-in-one-region",
    specOf("{ strategy: multi-region, regions: [us-east-1], purpose: [client-side-encryption] }"),
    [],
    "single-region",
  ],
  ["disaster-recovery", specOf("{ strategy: multi-region }", "global"), [], "single-region"],
  ["storage", specOf("{ strategy: multi-region }", "one"), [], "single-region"],
];

test.each(ROWS)("%s decides for the key set that has it: %#", (need, text, told, strategy) => {
  const { choice } = adviceOn(text, ...told);
  expect([choice.decision.need, choice.strategy]).toEqual([need, strategy]);
});

/** Rows that name no strategy of their own: they rule out keys that the provider keeps. */
const CONSTRAINTS: readonly (readonly [Need, string, readonly ToldNeed[]])[] = [
  [
    "snapshot-sharing",
    specOf("{ strategy: single-region }", "one", `    shareSnapshotsWith: ["777788889999"]\n`),
    [],
  ],
  ["snapshot-sharing", specOf("{ strategy: aws-managed }", "one"), ["snapshot-sharing"]],
  ["custom-rotation", specOf("{ strategy: single-region, rotation: { periodDays: 90 } }", "one"), []],
  ["custom-rotation", specOf("{ strategy: aws-owned }", "one"), ["custom-rotation"]],
  ["own-policy", specOf(`{ strategy: single-region, ${POLICY} }`, "one"), []],
];

test.each(CONSTRAINTS)("%s rules out the lowest cost: %#", (need, text, told) => {
  const { choice } = adviceOn(text, ...told, "lowest-cost");
  expect(choice.strategy).toBe("single-region");
  expect(choice.also.map((row) => row.need)).toContain(need);
  expect(choice.unmet.map(({ decision, because }) => [decision.need, because?.need])).toEqual([
    ["lowest-cost", need],
  ]);
});

test("every row of the table is tested, and every need has one row", () => {
  expect(decisions.map(({ need }) => need)).toEqual([...NEEDS]);
  const tested = new Set([...ROWS, ...CONSTRAINTS].map(([need]) => need));
  expect(NEEDS.filter((need) => !tested.has(need))).toEqual([]);
});

test("every row, strategy, conflict and consideration has its source, and says whole sentences", () => {
  const sources = [...decisions, ...Object.values(strategies), ...conflicts].map(({ source }) => source);
  for (const source of [...sources, ...Object.values(considerations)])
    expect(source).toMatch(/^https:\/\/\S+$/);
  const texts = decisions.flatMap(({ why, how }) => [why, how ?? why]);
  for (const text of [
    ...texts,
    ...Object.values(strategies).flatMap(({ risks, rulesOut }) => [...risks, ...rulesOut]),
  ])
    expect(text).toMatch(/^[A-Z].*\.$/);
});

test.each(decisions)("what fits $need also meets it", ({ best, meets }) => {
  expect(best.filter((strategy) => !meets.includes(strategy))).toEqual([]);
});

const KEYS: readonly KeyStrategy[] = ["single-region", "multi-region", "provider-managed", "provider-owned"];

test("whatever is asked together, there is a choice, and it meets all that is not told as unmet", () => {
  const subsets = TOLD_NEEDS.reduce<readonly (readonly Need[])[]>(
    (sets, need) => [...sets, ...sets.map((set) => [...set, need])],
    [[]],
  );
  for (const told of subsets) {
    const needs = new Set<Need>([...told, "storage"]);
    const possible = needs.has("central-account") ? ([...KEYS, "existing"] as const) : KEYS;
    const choice = chooseStrategy({ needs, possible, present: undefined }, decisions);
    const unmet = new Set(choice?.unmet.map(({ decision }) => decision));
    const broken = decisions.filter(
      (row) => needs.has(row.need) && !unmet.has(row) && !row.meets.includes(choice?.strategy ?? "existing"),
    );
    expect(broken).toEqual([]);
  }
});

test("a strategy that is as good as the best one stays", () => {
  expect(adviceOn(specOf("{ strategy: aws-managed }", "one")).verdict).toBe("right");
  expect(adviceOn(specOf(`{ strategy: single-region, ${POLICY} }`, "global")).verdict).toBe("right");
});

test("a multi-Region key set for databases alone works, and a move says what it takes and whether it is worth it", () => {
  const { verdict, alternative } = adviceOn(specOf("{ strategy: multi-region }", "global"));
  expect(verdict).toBe("works");
  expect(alternative).toMatchObject({ strategy: "single-region", cost: { keys: 3, now: 3, atMost: 9 } });
  expect(alternative?.steps[0]).toBe("Add a key set of the new strategy beside this one, and apply.");
  expect(alternative?.worth).toContain("no reason to move a running database");
});

test.each([
  ["{ strategy: single-region, purpose: [client-side-encryption] }", [], ["portable-ciphertext"]],
  [
    "{ strategy: aws-managed }",
    ["snapshot-sharing", "custom-rotation"],
    ["snapshot-sharing", "custom-rotation"],
  ],
  ["{ strategy: multi-region }", ["residency"], ["residency"]],
  ["{ strategy: single-region }", ["own-material"], ["own-material"]],
] as const)("%s with %j is unfit and says what it fails", (keySet, told, failing) => {
  const database = keySet.includes("purpose") ? "none" : "one";
  const advice = adviceOn(specOf(keySet, database), ...told);
  expect(advice.verdict).toBe("unfit");
  expect(advice.failing.map(({ need }) => need)).toEqual(failing);
});

const PAIR = (first: string, second: string) =>
  `{ strategy: existing, purpose: [client-side-encryption], regions: [us-east-1, eu-west-1], arns: { us-east-1: "arn:aws:kms:us-east-1:111122223333:key/${first}", eu-west-1: "arn:aws:kms:eu-west-1:111122223333:key/${second}" } }`;

test("existing keys carry ciphertext across Regions only when they are related multi-Region keys", () => {
  const mrk = "mrk-11112222333344445555666677778888";
  expect(adviceOn(specOf(PAIR(mrk, mrk))).verdict).toBe("right");
  expect(adviceOn(specOf(PAIR(mrk, mrk.replace("1111", "9999")))).verdict).toBe("unfit");
  expect(adviceOn(specOf(PAIR("11111111-2222", "11111111-2222"))).failing.map(({ need }) => need)).toEqual([
    "portable-ciphertext",
  ]);
});

test("needs that exclude each other are told, with a way out", () => {
  const { choice, conflicts: told } = adviceOn(
    specOf("{ strategy: multi-region, purpose: [client-side-encryption] }"),
    "residency",
  );
  expect(choice.unmet.map(({ decision, because }) => [decision.need, because?.need])).toEqual([
    ["residency", "portable-ciphertext"],
  ]);
  expect(told).toHaveLength(1);
});

const SECOND = `  carts:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: single-region
    key: k
    instances: { class: db.r6g.large, count: 2 }
`;

test.each([
  [
    "databases that share keys",
    specOf("{ strategy: single-region, regions: [us-east-1] }", "one", SECOND),
    "shared-by-databases",
    "takes 1 key more, 1.00 USD a month",
  ],
  [
    "databases that share keys in some of their Regions",
    specOf("{ strategy: single-region }", "global", SECOND),
    "shared-by-databases",
    "takes 1 key more, 1.00 USD a month",
  ],
  [
    "clients that share them with databases",
    specOf("{ strategy: multi-region, purpose: [database, client-side-encryption] }", "global"),
    "separate-storage",
    "takes 3 keys more, 3.00 USD a month",
  ],
  ["keys that nothing uses", specOf("{ strategy: single-region }"), "unused-key-set", "for 3.00 USD a month"],
  [
    "Regions in which nothing uses them",
    specOf("{ strategy: single-region }", "one"),
    "unused-regions",
    "write regions: [us-east-1], unless they are for later. That saves 2.00 USD",
  ],
])("%s are something to consider", (_, text, id, said) => {
  const found = adviceOn(text).considerations.filter((one) => one.id === id);
  expect(found.map((one) => one.text).join()).toContain(said);
});

test("a key set that is as it should be has nothing to consider", () => {
  expect(adviceOn(specOf("{ strategy: single-region }", "global")).considerations).toEqual([]);
});
