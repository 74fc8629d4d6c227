import { codesOf, resourceOf, reviewSpecs } from "../../support/reviews";

/*
 * What a plan destroys on paper and Terraform does not reach, what stands on and loses its key, and roles that only
 * AWS exchanges. A plan without a refresh does not tell any of it.
 */

const KEYS = `keys:
  storage:
    strategy: single-region
    policy:
      operators: ["arn:aws:iam::111122223333:role/Deployer"]
`;
const NO_KEYS = "keys:\n  storage: { strategy: aws-managed }\n";

const GLOBAL = `databases:
  ledger:
    engine: aurora-mysql
    engineVersion: "8.0.mysql_aurora.3.08.0"
    topology: global-database
    key: storage
    databaseName: app
    instances: { class: db.r6g.large }
    regions: { us-west-2: }
`;
const SINGLE = `databases:
  ledger:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 20 }
`;

const SECURITY_GROUPS: Readonly<Record<string, string>> = {
  "us-east-1": "sg-0a1b",
  "us-west-2": "sg-0a2b",
  "eu-west-1": "sg-0a3b",
};

interface Given {
  readonly regions?: readonly string[];
  readonly primary?: string;
  readonly layout?: string;
  readonly keys?: string;
  readonly databases?: string;
  readonly style?: string;
}

function spec({
  regions = ["us-east-1", "us-west-2", "eu-west-1"],
  primary = "us-east-1",
  layout = "single",
  keys = KEYS,
  databases = SINGLE,
  style = "alias",
}: Given): string {
  const networks = regions.map(
    (region) => `  ${region}: { subnetGroupName: db, securityGroupIds: [${SECURITY_GROUPS[region]}] }\n`,
  );
  return `apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333", regionStyle: ${style} }
terraform: { layout: ${layout} }
primaryRegion: ${primary}
regions:
${networks.join("")}${keys}${databases}`;
}

const KEY = "aws_kms_key.storage_eu_west_1";
const TWO = ["us-east-1", "us-west-2"];

test("a Region that is taken out leaves nothing to destroy its key with", async () => {
  const review = await reviewSpecs(spec({}), spec({ regions: TWO }));
  expect(codesOf(review, KEY)).toContain("provider-gone");
});

test("a Region that stays lets Terraform destroy what is there", async () => {
  const limited = KEYS.replace("policy:", "regions: [us-east-1, us-west-2]\n    policy:");
  const review = await reviewSpecs(spec({}), spec({ keys: limited }));
  expect(resourceOf(review, KEY).action).toBe("destroy");
  expect(codesOf(review, KEY)).not.toContain("provider-gone");
});

test("the one provider block of the argument style reaches every Region", async () => {
  const before = spec({ style: "argument" });
  const review = await reviewSpecs(before, spec({ style: "argument", regions: TWO }));
  expect(codesOf(review, KEY)).toEqual(["key-lost", "prevent-destroy-removed"]);
});

test("a root module that goes destroys nothing", async () => {
  const before = spec({ layout: "layered" });
  const review = await reviewSpecs(before, spec({ layout: "layered", databases: "" }));
  expect(codesOf(review, "aws_db_instance.ledger_us_east_1")).toContain("root-gone");
});

test("what moves to another root module is not told to be out of reach", async () => {
  const review = await reviewSpecs(spec({ layout: "layered" }), spec({}));
  const gone = review.resources.filter(({ root }) => root === "orders-databases");
  const codes = gone.map(({ findings }) => findings.map(({ code }) => code));
  expect(codes.filter((list) => list.includes("address-changed") && list.includes("root-gone"))).toEqual([]);
});

test("what the default provider block no longer finds is left behind", async () => {
  const before = spec({ databases: SINGLE });
  const review = await reviewSpecs(before, spec({ primary: "us-west-2" }));
  const database = "aws_db_instance.ledger_us_east_1";
  expect(codesOf(review, database)).toEqual(["left-behind"]);
  expect(resourceOf(review, database).losesData).toBe(false);
});

describe("another primary Region, and the old one taken out", () => {
  const after = spec({ primary: "us-west-2", regions: ["us-west-2"], databases: "" });

  it("leaves the key behind, and so loses nothing", async () => {
    const review = await reviewSpecs(spec({ regions: TWO, databases: "" }), after);
    expect(codesOf(review, "aws_kms_key.storage_us_east_1")).toEqual(["left-behind"]);
  });

  // Tried with Terraform 1.11.4: the alias of the other Region is deleted, and the next plan creates it again.
  it("destroys the alias that has the same name in the other Region", async () => {
    const review = await reviewSpecs(spec({ regions: TWO, databases: "" }), after);
    const { findings } = resourceOf(review, "aws_kms_alias.storage_us_east_1");
    expect(findings.map(({ code }) => code)).toEqual(["mistaken-for-another"]);
    expect(findings[0]?.message).toContain("`aws_kms_alias.storage_us_west_2`");
    expect(findings[0]?.message).toContain("terraform state rm 'aws_kms_alias.storage_us_east_1'");
  });
});

test.each(["single", "layered", "regional"])(
  "a database that keeps a key that goes is told, in layout %s",
  async (layout) => {
    const review = await reviewSpecs(spec({ layout }), spec({ layout, keys: NO_KEYS }));
    const [first] = review.resources.filter(({ type }) => type === "aws_db_instance");
    expect(first).toMatchObject({ action: "none", address: "aws_db_instance.ledger_us_east_1" });
    expect(first?.findings.map(({ code }) => code)).toEqual(["key-of-database-lost", "key-of-insights-lost"]);
    const below = review.resources.slice(review.resources.indexOf(first as never) + 1);
    expect(below.every(({ losesData }) => !losesData)).toBe(true);
  },
);

test("a database that keeps a key that stays loses nothing", async () => {
  const both = `${NO_KEYS}${KEYS.replace("keys:\n", "").replace("storage:", "former:\n    renamedFrom: storage")}`;
  const before = spec({});
  const after = spec({ keys: both.replace("  storage: {", "  service: {") }).replace(
    "key: storage",
    "key: service",
  );
  const review = await reviewSpecs(before, after);
  expect(codesOf(review, "aws_db_instance.ledger_us_east_1")).not.toContain("key-of-database-lost");
});

describe("another primary Region of a global database", () => {
  const before = spec({ databases: GLOBAL });
  const after = spec({ primary: "us-west-2", databases: GLOBAL.replace("us-west-2:", "us-east-1:") });

  it("replaces no global cluster, which both Regions have", async () => {
    const review = await reviewSpecs(before, after);
    expect(review.resources.map(({ address }) => address)).not.toContain("aws_rds_global_cluster.ledger");
    const codes = codesOf(review, "aws_rds_cluster.ledger_us_east_1");
    expect(codes.filter((code) => code.startsWith("global-cluster"))).toEqual([]);
  });

  it("is a switchover, which Terraform does not make", async () => {
    const review = await reviewSpecs(before, after);
    const { findings, migration } = resourceOf(review, "aws_rds_cluster.ledger_us_west_2");
    expect(findings.map(({ code }) => code)).toContain("roles-exchanged");
    expect(migration?.steps.map(({ command }) => command ?? "").join("\n")).toContain(
      "aws rds switchover-global-cluster --region us-east-1 --global-cluster-identifier orders-ledger",
    );
  });

  it("replaces the global cluster where an argument says its Region", async () => {
    const inArgument = (text: string) => text.replace("regionStyle: alias", "regionStyle: argument");
    const review = await reviewSpecs(inArgument(before), inArgument(after));
    expect(resourceOf(review, "aws_rds_global_cluster.ledger").action).toBe("replace");
  });
});

describe("another topology", () => {
  const single = GLOBAL.replace("global-database", "single-region").replace(
    "    regions: { us-west-2: }\n",
    "",
  );

  it("has AWS make the global cluster around what stands", async () => {
    const review = await reviewSpecs(spec({ databases: single }), spec({ databases: GLOBAL }));
    const { action, findings, migration } = resourceOf(review, "aws_rds_cluster.ledger_us_east_1");
    expect([action, findings.map(({ code }) => code)]).toEqual([
      "update",
      expect.arrayContaining(["global-cluster-joined"]),
    ]);
    const commands = migration?.steps.map(({ command }) => command ?? "").join("\n");
    expect(commands).toContain(
      "aws rds create-global-cluster --region us-east-1 --global-cluster-identifier orders-ledger",
    );
    expect(commands).toContain("terraform import 'aws_rds_global_cluster.ledger' orders-ledger");
  });

  it("takes the primary cluster out of its global cluster", async () => {
    const review = await reviewSpecs(spec({ databases: GLOBAL }), spec({ databases: single }));
    const cluster = "aws_rds_cluster.ledger_us_east_1";
    expect(codesOf(review, cluster)).toEqual(["global-cluster-membership"]);
    expect(resourceOf(review, cluster).migration).toBeUndefined();
  });

  it("takes no cluster from one global cluster to another", async () => {
    const other = GLOBAL.replace("engineVersion", "databaseName: other\n    engineVersion").replace(
      "    databaseName: app\n",
      "",
    );
    const review = await reviewSpecs(spec({ databases: GLOBAL }), spec({ databases: other }));
    expect(resourceOf(review, "aws_rds_global_cluster.ledger").action).toBe("replace");
    expect(codesOf(review, "aws_rds_cluster.ledger_us_west_2")).toContain("global-cluster-changed");
  });
});

test.each([
  ["subnetGroupName: db", ["subnet-group-fixed", "subnet-group-changed"], SINGLE],
  [
    "subnetGroupName: db",
    ["subnet-group-changed"],
    SINGLE.replace("key: storage", "key: storage\n    multiAz: false"),
  ],
])("another subnet group is a move to another VPC: %s, %s", async (from, codes, databases) => {
  const before = spec({ databases });
  const review = await reviewSpecs(before, before.replace(from, "subnetGroupName: other"));
  expect(codesOf(review, "aws_db_instance.ledger_us_east_1")).toEqual(codes);
});

test("what a snapshot brings along is not changed through a snapshot", async () => {
  const windows = SINGLE.replace("engine: postgres", "engine: sqlserver-se")
    .replace("16.6", "15.00")
    .replace("m6g", "m5");
  const after = windows.replace("key: storage", "key: storage\n    timeZone: UTC");
  const review = await reviewSpecs(spec({ databases: windows }), spec({ databases: after }));
  const { action, migration } = resourceOf(review, "aws_db_instance.ledger_us_east_1");
  expect([action, migration?.title]).toEqual([
    "replace",
    "Set a database with the other setting up beside this one",
  ]);
});

test("an alias that is yet to go to the new key does not name it", async () => {
  const external = KEYS.replace("    policy:", "    origin: external\n    policy:");
  const review = await reviewSpecs(spec({}), spec({ keys: external }));
  const { migration } = resourceOf(review, "aws_db_instance.ledger_us_east_1");
  const commands = migration?.steps.map(({ command }) => command ?? "").join("\n") ?? "";
  expect(commands).toContain("--kms-key-id <ARN of the new key>");
  expect(commands).not.toContain("alias/orders/storage");
});

test("a parameter that waits for a restart is told, one that does not is not", async () => {
  const [before, static_, dynamic] = ["", "binlog_format: ROW", "slow_query_log: 0"].map((parameter) =>
    spec({
      databases: GLOBAL.replace("    databaseName", `    parameters: { ${parameter} }\n    databaseName`),
    }),
  );
  const group = "aws_rds_cluster_parameter_group.ledger_us_east_1";
  const told = await reviewSpecs(before ?? "", static_ ?? "");
  expect(codesOf(told, group)).toEqual(["parameters-at-restart"]);
  expect(codesOf(await reviewSpecs(static_ ?? "", before ?? ""), group)).toEqual(["parameters-at-restart"]);
  expect(codesOf(await reviewSpecs(before ?? "", dynamic ?? ""), group)).toEqual([]);
});
