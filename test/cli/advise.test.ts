import { linesOver80, runInMemory } from "../support/command-line";
import { readText } from "../support/repository";

const HEAD = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1]
`;

const GLOBAL = (key: string) => `
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: ${key}
    instances: { class: db.r6g.large }
`;

const MULTI_REGION = `${HEAD}keys: { storage: { strategy: multi-region } }${GLOBAL("storage")}`;
const MANAGED = `${HEAD}keys: { storage: { strategy: aws-managed } }${GLOBAL("storage")}`;

test("the advice on a small spec: what fits, why, what the present choice brings, what another takes", async () => {
  const { exitCode, out } = await runInMemory({ "a.yaml": MULTI_REGION }, "advise", "a.yaml");
  expect(exitCode).toBe(0);
  expect(out).toBe(`orders: 1 key set: 0 right, 1 could be better

storage: multi-region works, single-region fits better
  for        storage of ledger; 2 Regions
  why        RDS and Aurora encrypt each Region's copy with that Region's own
             key and treat multi-Region keys as single-Region ones. Independent
             keys isolate the Regions, at the same price. [1]
  costs      2.00 USD a month, 4.00 after one rotation, at most 6.00.
  risks      The same key material is in every Region: who may use one of the
             keys can do with it what the others can. Creating a replica key can
             outlast the two minutes that Terraform's provider waits; the README
             has the way out.
  rules out  Custom key stores (CloudHSM, external), and replica keys in another
             account or partition. Becoming single-Region: no key changes its
             kind. [2]
  instead    single-region. 2.00 USD a month, 4.00 after one rotation, at most
             6.00. By itself no reason to move a running database: choose
             single-region for the next one.
             Before the first apply: change strategy, and nothing else. Later:
             1. Add a key set of the new strategy beside this one, and apply.
             2. Copy a snapshot with the new key and restore it as a new
                database; in other Regions new secondary clusters or read
                replicas with the new key take the old ones' places.
             3. Move the clients, remove the old database, and its key set when
                no snapshot or backup needs it. keyspan diff prints the
                commands.

sources
[1] https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/
[2] https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
`);
});

test("needs that the spec cannot say are told, and one that the present choice fails fails --strict", async () => {
  const strict = ["advise", "a.yaml", "--strict"];
  const codes = ["keys/aws-managed-first-use", "databases/network-missing"];
  const text = `${MANAGED}accept: [${codes.map((code) => `{ code: ${code}, reason: a test }`).join(", ")}]\n`;
  expect((await runInMemory({ "a.yaml": text }, ...strict)).exitCode).toBe(0);
  const { exitCode, out } = await runInMemory({ "a.yaml": text }, ...strict, "--need", "snapshot-sharing");
  expect(exitCode).toBe(1);
  expect(out).toContain("\nstorage: aws-managed fails 1 need, single-region fits\n");
  expect(out).toContain("\n  not met    The lowest cost, and no need for control: excluded by shared\n");
});

test("the JSON form has its version, and strategies in the words of the spec", async () => {
  const { out } = await runInMemory(
    { "a.yaml": MANAGED },
    "advise",
    "a.yaml",
    "--json",
    "--need",
    "snapshot-sharing",
  );
  expect(JSON.parse(out)).toMatchObject({
    keyspanAdvice: 1,
    deployments: [
      {
        name: "orders",
        spec: "a.yaml",
        told: ["snapshot-sharing"],
        keySets: [
          {
            name: "storage",
            strategy: "aws-managed",
            verdict: "unfit",
            fits: "single-region",
            reason: { need: "disaster-recovery" },
            fails: [{ need: "snapshot-sharing" }],
            alternative: { strategy: "single-region", cost: { now: 2, atMost: 6 } },
          },
        ],
      },
    ],
  });
});

test("client-side encryption without a key set for it is something to consider for the deployment", async () => {
  const { out } = await runInMemory(
    { "a.yaml": MULTI_REGION },
    "advise",
    "a.yaml",
    "--need",
    "portable-ciphertext",
  );
  expect(out).toContain(
    "\nthe deployment\n  consider   No key set is for clients: add one of strategy multi-region with\n",
  );
});

const EXAMPLES = [
  "aurora-global-existing-keys",
  "aurora-global-multi-region-keys",
  "china-provider-keys",
  "govcloud-mysql",
  "keys-signing-and-imported",
];

test.each(EXAMPLES)("the advice on the example %s fits on 80 columns, but for its sources", async (name) => {
  const { exitCode, out } = await runInMemory(
    { "a.yaml": readText(`examples/${name}.yaml`) },
    "advise",
    "a.yaml",
  );
  expect(exitCode).toBe(0);
  expect(linesOver80(out).filter((line) => !/^\[\d+\] https/.test(line))).toEqual([]);
});

test("prices of a partition that is not known are not guessed", async () => {
  const { out } = await runInMemory(
    { "a.yaml": readText("examples/govcloud-mysql.yaml") },
    "advise",
    "a.yaml",
  );
  expect(out).toContain("\n  costs      Prices of the partition are not known.\n");
});

test("a need that is not there is wrong usage", async () => {
  const { exitCode, err } = await runInMemory(
    { "a.yaml": MANAGED },
    "advise",
    "a.yaml",
    "--need",
    "residense",
  );
  expect(exitCode).toBe(64);
  expect(err).toContain('There is no need "residense"');
});

test("a spec with errors gets no advice", async () => {
  const { exitCode, out } = await runInMemory(
    { "a.yaml": MANAGED.replace("key: storage", "key: storge") },
    "advise",
    "a.yaml",
  );
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: "" });
});

test("a key in a multi-region location is advised on with every Region that it serves", async () => {
  const text = readText("test/scenarios/accepted/google-alloydb.yaml");
  const { out } = await runInMemory({ "a.yaml": text }, "advise", "a.yaml");
  expect(out).toMatch(/^shop: 2 key sets: 2 right\n/);
  expect(out).toContain("for        client-side-encryption; 2 Regions, used by clients");
});
