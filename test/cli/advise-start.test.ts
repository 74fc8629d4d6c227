import { runInMemory, runOnTerminal } from "../support/command-line";

const ANSWERS = [
  "shop",
  "eu-west-1, eu-central-1",
  "aurora-postgresql",
  "y",
  "y",
  "n",
  "y",
  "n",
  "n",
  "n",
  "n",
];

test("without a spec the questions that decide are asked, and a commented spec is written that validates", async () => {
  const args = ["advise", "--interactive", "--write", "shop.yaml"];
  const { exitCode, out, questions, files } = await runOnTerminal(ANSWERS, {}, ...args);
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: "written: shop.yaml\n" });
  expect(questions).toEqual([
    "Name of the deployment [orders]: ",
    "Regions, the primary Region first [us-east-1, eu-west-1]: ",
    "Engine (aurora-postgresql, aurora-mysql, postgres, mysql, mariadb, none) [aurora-postgresql]: ",
    "Do applications encrypt data by themselves, before they store it? y/n [n]: ",
    "Is what clients encrypt in one Region decrypted in another (active/active)? y/n [n]: ",
    "Must key material stay in its Region (data residency)? y/n [n]: ",
    "Are snapshots shared with other accounts? y/n [n]: ",
    "Does a central security account own the keys? y/n [n]: ",
    "Does the key material come from an HSM of your own? y/n [n]: ",
    "Do you need a rotation period of your own? y/n [n]: ",
    "Should each database have keys of its own (smallest blast radius)? y/n [n]: ",
  ]);
  expect(files.get("shop.yaml"))
    .toBe(`# yaml-language-server: $schema=https://keyspan.dev/schema/keyspan.v1.schema.json
#
# What stands before \`# yours\` is an example: put in your own. Then run keyspan
# validate.
apiVersion: keyspan/v1
name: shop
provider:
  name: aws
  account: "111122223333" # yours: the account that all of it is created in
primaryRegion: eu-west-1
regions:
  eu-west-1:
    subnetGroupName: private-databases # yours
    securityGroupIds: [sg-00000000000000000] # yours
  eu-central-1:
    subnetGroupName: private-databases # yours
    securityGroupIds: [sg-00000000000000000] # yours
keys:
  # Databases in several Regions, each of which survives the loss of another:
  # RDS and Aurora encrypt each Region's copy with that Region's own key and
  # treat multi-Region keys as single-Region ones. Independent keys isolate the
  # Regions, at the same price.
  # https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/
  storage:
    strategy: single-region
    policy:
      administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"] # yours: who manages the keys
      operators: ["arn:aws:iam::111122223333:role/DatabaseDeployer"] # yours: who creates and runs databases
  # Clients encrypt, and the ciphertext crosses Regions; active/active: Related
  # multi-Region keys share their key material: what a client encrypts in one
  # Region is decrypted in another without a call across Regions. Single-Region
  # keys cannot do that.
  # https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/
  clients:
    strategy: multi-region
    purpose: [client-side-encryption]
    policy:
      administrators: ["arn:aws:iam::111122223333:role/KeyAdmin"] # yours: who manages the keys
      users: ["arn:aws:iam::111122223333:role/Application"] # yours: who encrypts and decrypts
databases:
  main:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
    shareSnapshotsWith: ["444455556666"] # yours: who restores them
`);
  const validated = await runInMemory(Object.fromEntries(files), "validate", "shop.yaml", "--strict");
  expect(validated.exitCode).toBe(0);
});

test("the same answers by options write the same spec without a terminal", async () => {
  const { files } = await runOnTerminal(ANSWERS, {}, "advise", "--interactive", "--write", "shop.yaml");
  const { out } = await runInMemory(
    {},
    ...["advise", "--name", "shop", "--regions", "eu-west-1,eu-central-1", "--engine", "aurora-postgresql"],
    ...["--need", "portable-ciphertext,snapshot-sharing"],
  );
  expect(out).toBe(files.get("shop.yaml"));
});

test("what is not understood is asked again", async () => {
  const answers = [
    "Shop",
    "shop",
    "mars-1",
    "eu-west-1 cn-north-1",
    "eu-west-1",
    "oracle",
    "none",
    "perhaps",
    "y",
    "",
    "",
    "",
  ];
  const { exitCode, out, err } = await runOnTerminal(answers, {}, "advise", "--interactive");
  expect(exitCode).toBe(0);
  expect(err).toContain("  a name is a lower-case letter");
  expect(err).toContain("  there is no Region mars-1 to start with\n");
  expect(err).toContain("  cn-north-1 is in another partition than eu-west-1\n");
  expect(err).toContain(
    "  there is no engine oracle to start with; choose one of aurora-postgresql, aurora-mysql, postgres, mysql, mariadb, none\n  answer y or n\n",
  );
  expect(out).toContain("\nregions: [eu-west-1]\n");
});

test("questions that are left unanswered write nothing", async () => {
  const { exitCode, err, files } = await runOnTerminal(
    ["shop"],
    {},
    "advise",
    "--interactive",
    "--write",
    "a.yaml",
  );
  expect([exitCode, err, files.size]).toEqual([
    1,
    "keyspan: the questions were left unanswered, and nothing was written\n",
    0,
  ]);
});

test("a file that is there is overwritten by force only", async () => {
  const args = ["advise", "--regions", "us-east-1", "--write", "a.yaml"];
  const kept = await runOnTerminal([], { "a.yaml": "mine" }, ...args);
  expect([kept.exitCode, kept.err, kept.files.get("a.yaml")]).toEqual([
    1,
    "keyspan: a.yaml is there already; --force overwrites it\n",
    "mine",
  ]);
  const forced = await runOnTerminal([], { "a.yaml": "mine" }, ...args, "--force");
  expect(forced.files.get("a.yaml")).toContain("apiVersion: keyspan/v1\n");
});

test.each([
  ["there is no terminal", 1, ["--interactive"], "there is no terminal to ask on; answer with --regions"],
  ["there is nothing to go by", 64, [], "name a spec, or start one"],
  [
    "a Region is not there",
    64,
    ["--regions", "eu-west-11"],
    "--regions: there is no Region eu-west-11 to start with; did you mean",
  ],
  [
    "an engine is not there",
    64,
    ["--regions", "eu-west-1", "--engine", "postgers"],
    "did you mean postgres?",
  ],
  [
    "there is a spec already",
    64,
    ["a.yaml", "--regions", "eu-west-1"],
    "advice is on a spec that is there, or starts one",
  ],
])("no spec is started when %s", async (_, code, args, said) => {
  const { exitCode, out, err } = await runInMemory({}, "advise", ...args);
  expect({ exitCode, out }).toEqual({ exitCode: code, out: "" });
  expect(err).toContain(said);
});
