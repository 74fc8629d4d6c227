import { accountOf } from "../support/emulator/account";
import { everywhere, membersWithOtherKeys } from "../support/emulator/facts";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("shop");

const SPEC = `
apiVersion: keyspan/v1
name: shop
provider: { name: aws, account: "${ACCOUNT}", tags: { team: payments } }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  storage:
    strategy: single-region
    protect: false
    policy:
      administrators: ["arn:aws:iam::${ACCOUNT}:role/KeyAdmin"]
      operators: ["arn:aws:iam::${ACCOUNT}:role/DatabaseDeployer"]
  documents:
    strategy: multi-region
    purpose: [client-side-encryption]
    protect: false
    policy:
      administrators: ["arn:aws:iam::${ACCOUNT}:role/KeyAdmin"]
      users: ["arn:aws:iam::${ACCOUNT}:role/Documents"]
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large, count: 1 }
    protect: false
    deletionProtection: false
    backup: { finalSnapshot: false }
accept:
  - { code: databases/single-instance, reason: nobody waits for an emulator }
`;

/** A spec with something replaced, which must be there. */
function edited(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
  return text.replace(from, () => to);
}

const OPERATORS = `operators: ["arn:aws:iam::${ACCOUNT}:role/DatabaseDeployer"]`;

const WITH_SYDNEY = edited(
  SPEC,
  "  eu-west-1: {",
  "  ap-southeast-2: { subnetGroupName: private-databases, securityGroupIds: [sg-0d33] }\n  eu-west-1: {",
);

/** Ireland stays among the Regions, as the runbook says: Terraform needs its provider to remove what is there. */
const WITHOUT_IRELAND = ["single-region", "multi-region"].reduce(
  (text, strategy) =>
    edited(text, `strategy: ${strategy}`, `strategy: ${strategy}\n    regions: [us-east-1, ap-southeast-2]`),
  edited(WITH_SYDNEY, "    key: storage", "    key: storage\n    regions: { ap-southeast-2: {} }"),
);

/** Everything that a Region has, by the end of its addresses. */
function allOf(region: string, action: string): Readonly<Record<string, string>> {
  const addresses = [
    "aws_cloudwatch_log_group.ledger_REGION_postgresql",
    "aws_kms_alias.documents_REGION",
    "aws_kms_alias.storage_REGION",
    "aws_kms_key.storage_REGION",
    "aws_kms_replica_key.documents_REGION",
    "aws_rds_cluster.ledger_REGION",
    "aws_rds_cluster_instance.ledger_REGION_1",
    "aws_rds_cluster_parameter_group.ledger_REGION",
  ];
  return Object.fromEntries(addresses.map((address) => [address.replace("REGION", region), action]));
}

describe("a deployment that lives on", () => {
  let scenario: Scenario;

  /** What a plan does once the spec is this. */
  async function plannedFor(text: string): Promise<Readonly<Record<string, string>>> {
    scenario.deployment.write("shop.yaml", text);
    return scenario.deployment.plannedActions();
  }

  beforeAll(async () => {
    scenario = await startScenario("shop", ["us-east-1", "eu-west-1", "ap-southeast-2"]);
    scenario.deployment.write("shop.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("stays as it is when the spec says the same in another order", async () => {
    const [head = "", databases = ""] = SPEC.split("databases:\n");
    const [body = "", accept = ""] = databases.split("accept:\n");
    expect(await plannedFor(`accept:\n${accept}\ndatabases:\n${body}\n# Nothing new.\n${head}`)).toEqual({});
  });

  it("changes one key when an override of one Region does", async () => {
    const override = "    overrides: { eu-west-1: { tags: { residency: eu } } }\n";
    expect(
      await plannedFor(edited(SPEC, "strategy: single-region\n", `strategy: single-region\n${override}`)),
    ).toEqual({ "aws_kms_key.storage_eu_west_1": "update" });
  });

  it("changes the keys of one key set when its policy does", async () => {
    const policy = edited(OPERATORS, "]", `, "arn:aws:iam::${ACCOUNT}:role/Restorer"]`);
    expect(await plannedFor(edited(SPEC, OPERATORS, policy))).toEqual({
      "aws_kms_key.storage_eu_west_1": "update",
      "aws_kms_key.storage_us_east_1": "update",
    });
    await scenario.deployment.apply();
    expect(await scenario.deployment.changes()).toEqual([]);
    for (const region of ["us-east-1", "eu-west-1"]) {
      const { policy: applied } = await scenario.inRegion(region).key("alias/shop/storage");
      expect(JSON.stringify(applied)).toContain(":role/Restorer");
    }
    scenario.deployment.write("shop.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("gains a reader instance when the count of a Region is raised", async () => {
    const more = "    key: storage\n    regions: { eu-west-1: { instances: { count: 2 } } }";
    expect(await plannedFor(edited(SPEC, "    key: storage", more))).toEqual({
      "aws_rds_cluster_instance.ledger_eu_west_1_2": "create",
    });
  });

  it("gains a secondary Region: everything of it is created, and the replica key's primary allows it", async () => {
    const members = await scenario.inRegion("us-east-1").members();
    expect(await plannedFor(WITH_SYDNEY)).toEqual({
      ...allOf("ap_southeast_2", "create"),
      // A policy of multi-Region keys names the Regions to which they may be replicated.
      "aws_kms_key.documents_us_east_1": "update",
      "aws_kms_replica_key.documents_eu_west_1": "update",
    });
    await scenario.deployment.apply();
    expect(await scenario.deployment.changes()).toEqual([]);
    const regions = ["us-east-1", "eu-west-1", "ap-southeast-2"];
    expect(await membersWithOtherKeys(scenario, everywhere(regions, "alias/shop/storage"))).toEqual([]);
    expect(await scenario.inRegion("us-east-1").members()).toEqual(members);
  });

  it("loses a secondary Region by the runbook: everything of it is deleted, and nothing else", async () => {
    const members = await scenario.inRegion("us-east-1").members();
    expect(await plannedFor(WITHOUT_IRELAND)).toEqual({
      ...allOf("eu_west_1", "delete"),
      "aws_kms_key.documents_us_east_1": "update",
      "aws_kms_replica_key.documents_ap_southeast_2": "update",
    });
    await scenario.deployment.apply();
    expect(await scenario.inRegion("eu-west-1").members()).toEqual([]);
    expect(await scenario.inRegion("us-east-1").members()).toEqual(members);
    const [global] = await scenario.inRegion("us-east-1").globalClusters();
    expect(global?.GlobalClusterMembers?.map(({ DBClusterArn }) => DBClusterArn?.split(":")[3])).toEqual([
      "us-east-1",
      "ap-southeast-2",
    ]);
    const withoutProvider = edited(
      WITHOUT_IRELAND,
      "  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }\n",
      "",
    );
    expect(await plannedFor(withoutProvider)).toEqual({});
  });

  it("is destroyed to nothing", async () => {
    await scenario.deployment.destroy();
    expect(await scenario.deployment.addresses()).toEqual([]);
    for (const region of ["us-east-1", "eu-west-1", "ap-southeast-2"])
      expect(await scenario.inRegion(region).members()).toEqual([]);
  });
});
