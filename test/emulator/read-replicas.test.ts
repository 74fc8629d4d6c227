import { accountOf } from "../support/emulator/account";
import { everywhere, membersWithOtherKeys, servicesOfOtherRegions } from "../support/emulator/facts";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("billing");
const REGIONS = ["us-east-1", "eu-west-1"] as const;

const SPEC = `
apiVersion: keyspan/v1
name: billing
provider: { name: aws, account: "${ACCOUNT}" }
terraform:
  layout: layered
  backend:
    local: { path: state/billing.tfstate }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  storage: &key
    strategy: single-region
    protect: false
    policy:
      administrators: ["arn:aws:iam::${ACCOUNT}:role/KeyAdmin"]
      operators: ["arn:aws:iam::${ACCOUNT}:role/DatabaseDeployer"]
  reports: { <<: *key, regions: [us-east-1] }
databases:
  invoices:
    engine: postgres
    engineVersion: "16.6"
    topology: read-replicas
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
    regions:
      us-east-1: { replicas: 1 }
      eu-west-1: {}
    backup: { finalSnapshot: false, replicateTo: [eu-west-1], retentionDays: 7 }
    protect: false
    deletionProtection: false
  statements:
    engine: postgres
    engineVersion: "16.6"
    topology: single-region
    key: reports
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 50 }
    backup: { finalSnapshot: false }
    protect: false
    deletionProtection: false
`;

describe("a layered deployment of two databases, one with replicas and backups in another Region", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await startScenario("billing", REGIONS);
    scenario.deployment.write("billing.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("is complete after one apply of each stack: the next plans are empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("keeps its states where the backend says, and reads them across stacks", async () => {
    expect(scenario.deployment.hasInEveryRoot("state/billing.tfstate")).toBe(true);
    expect(await scenario.deployment.addresses()).toContain("data.terraform_remote_state.billing_keys");
  });

  it("encrypts every instance with the key of its own Region and database", async () => {
    expect(await scenario.inRegion("eu-west-1").members()).toHaveLength(1);
    expect(await membersWithOtherKeys(scenario, { "eu-west-1": "alias/billing/storage" })).toEqual([]);
    const { metadata: storage } = await scenario.inRegion("us-east-1").key("alias/billing/storage");
    const { metadata: reports } = await scenario.inRegion("us-east-1").key("alias/billing/reports");
    const members = await scenario.inRegion("us-east-1").members();
    expect(new Map(members.map(({ identifier, keyArn }) => [identifier, keyArn]))).toEqual(
      new Map([
        ["billing-invoices-us-east-1", storage.Arn],
        ["billing-invoices-us-east-1-replica-1", storage.Arn],
        ["billing-statements-us-east-1", reports.Arn],
      ]),
    );
  });

  it("shares nothing between the two databases but the network and the monitoring role", async () => {
    const instances = await scenario.inRegion("us-east-1").instances();
    const [own, others] = ["billing-invoices-us-east-1", "billing-statements-us-east-1"].map((name) => {
      const instance = instances.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === name);
      return [
        instance?.KmsKeyId,
        instance?.PerformanceInsightsKMSKeyId,
        instance?.DBParameterGroups?.map(({ DBParameterGroupName }) => DBParameterGroupName).join(),
        instance?.Endpoint?.Address,
        instance?.DbiResourceId,
      ];
    });
    expect(own).not.toContain(undefined);
    expect(others).not.toContain(undefined);
    expect(own?.filter((value, index) => value === others?.[index])).toEqual([]);
    const regionsOfReports = await scenario.inRegion("eu-west-1").keys();
    expect(regionsOfReports.map(({ aliases }) => aliases)).toEqual([["alias/billing/storage"]]);
  });

  it("allows the use of a key through the databases of its own Region only", async () => {
    for (const alias of [
      everywhere(REGIONS, "alias/billing/storage"),
      { "us-east-1": "alias/billing/reports" },
    ])
      expect(await servicesOfOtherRegions(scenario, alias)).toEqual([]);
  });

  it("replicates from the one source", async () => {
    const replicas = (
      await Promise.all(REGIONS.map((region) => scenario.inRegion(region).instances()))
    ).flatMap((instances) =>
      instances.flatMap(({ DBInstanceIdentifier, ReadReplicaSourceDBInstanceIdentifier: source }) =>
        source === undefined ? [] : [[DBInstanceIdentifier, source.split(":").at(-1)]],
      ),
    );
    expect(replicas).toEqual([
      ["billing-invoices-us-east-1-replica-1", "billing-invoices-us-east-1"],
      ["billing-invoices-eu-west-1-replica-1", "billing-invoices-us-east-1"],
    ]);
  });

  it("replicates the backups to the other Region, encrypted with its key", async () => {
    const { metadata } = await scenario.inRegion("eu-west-1").key("alias/billing/storage");
    const backups = await scenario.inRegion("eu-west-1").replicatedBackups();
    expect(
      backups.map(({ DBInstanceArn, KmsKeyId, BackupRetentionPeriod }) => ({
        DBInstanceArn,
        KmsKeyId,
        BackupRetentionPeriod,
      })),
    ).toEqual([
      {
        DBInstanceArn: `arn:aws:rds:us-east-1:${ACCOUNT}:db:billing-invoices-us-east-1`,
        KmsKeyId: metadata.Arn,
        BackupRetentionPeriod: 7,
      },
    ]);
  });

  it("gains a replica when the count is raised, with its logs, which touches nothing else", async () => {
    scenario.deployment.write("billing.yaml", SPEC.replace("{ replicas: 1 }", "{ replicas: 2 }"));
    expect(await scenario.deployment.plannedActions()).toEqual({
      "aws_cloudwatch_log_group.invoices_us_east_1_replica_2_postgresql": "create",
      "aws_cloudwatch_log_group.invoices_us_east_1_replica_2_upgrade": "create",
      "aws_db_instance.invoices_us_east_1_replica_2": "create",
    });
    await scenario.deployment.apply();
    expect(await scenario.deployment.changes()).toEqual([]);
    expect(await scenario.inRegion("us-east-1").instances()).toHaveLength(4);
  });

  it("loses that replica and its logs, and nothing else, when the count is lowered again", async () => {
    scenario.deployment.write("billing.yaml", SPEC);
    expect(await scenario.deployment.plannedActions()).toEqual({
      "aws_cloudwatch_log_group.invoices_us_east_1_replica_2_postgresql": "delete",
      "aws_cloudwatch_log_group.invoices_us_east_1_replica_2_upgrade": "delete",
      "aws_db_instance.invoices_us_east_1_replica_2": "delete",
    });
  });

  it("is destroyed to nothing, the databases before their keys", async () => {
    const keys = await Promise.all(
      [
        ["us-east-1", "alias/billing/storage"],
        ["us-east-1", "alias/billing/reports"],
        ["eu-west-1", "alias/billing/storage"],
      ].map(async ([region = "", alias = ""]) => {
        const { metadata } = await scenario.inRegion(region).key(alias);
        return [region, metadata.KeyId ?? ""] as const;
      }),
    );
    await scenario.deployment.destroy();
    expect(await scenario.deployment.addresses()).toEqual([]);
    for (const region of REGIONS) {
      expect(await scenario.inRegion(region).members()).toEqual([]);
      expect(await scenario.inRegion(region).replicatedBackups()).toEqual([]);
    }
    const left = await Promise.all(keys.map(([region, id]) => scenario.inRegion(region).key(id)));
    expect(left.map(({ metadata }) => metadata.KeyState)).toEqual(keys.map(() => "PendingDeletion"));
  });
});
