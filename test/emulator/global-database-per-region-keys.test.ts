import { accountOf } from "../support/emulator/account";
import { everywhere, membersWithOtherKeys, servicesOfOtherRegions } from "../support/emulator/facts";
import { daysUntil } from "../support/emulator/region-of-account";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("orders");
const REGIONS = ["us-east-1", "eu-west-1"];
const ALIASES = everywhere(REGIONS, "alias/orders/storage");

const SPEC = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "${ACCOUNT}", tags: { team: payments } }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  storage:
    strategy: single-region
    protect: false
    rotation: { periodDays: 180 }
    deletionWindowDays: 14
    aliases: [orders/data]
    tags: { data: ledger }
    policy:
      administrators: ["arn:aws:iam::${ACCOUNT}:role/KeyAdmin"]
      operators: ["arn:aws:iam::${ACCOUNT}:role/DatabaseDeployer"]
    overrides:
      eu-west-1: { deletionWindowDays: 7, tags: { residency: eu } }
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    databaseName: ledger
    instances: { class: db.r6g.large, count: 1 }
    protect: false
    deletionProtection: false
    backup: { finalSnapshot: false }
accept:
  - { code: databases/single-instance, reason: nobody waits for an emulator }
`;

describe("a global database with a key in each Region", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await startScenario("orders", REGIONS);
    scenario.deployment.write("orders.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("is complete after one apply: the next plan is empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("has an independent key in each Region, as the spec says for the Region", async () => {
    const keys = await Promise.all(
      REGIONS.map((region) => scenario.inRegion(region).key("alias/orders/storage")),
    );
    expect(
      keys.map(({ metadata, tags, aliases, rotationPeriod }) => ({
        arn: metadata.Arn?.split(":key/")[0],
        multiRegion: metadata.MultiRegion ?? false,
        state: metadata.KeyState,
        tags,
        aliases,
        rotationPeriod,
      })),
    ).toEqual(
      REGIONS.map((region) => ({
        arn: `arn:aws:kms:${region}:${ACCOUNT}`,
        multiRegion: false,
        state: "Enabled",
        tags: { team: "payments", data: "ledger", ...(region === "eu-west-1" ? { residency: "eu" } : {}) },
        aliases: ["alias/orders/data", "alias/orders/storage"],
        rotationPeriod: 180,
      })),
    );
    expect(new Set(keys.map(({ metadata }) => metadata.KeyId)).size).toBe(2);
  });

  it("allows the use of a key through the databases of its own Region only", async () => {
    expect(await servicesOfOtherRegions(scenario, ALIASES)).toEqual([]);
    const { policy } = await scenario.inRegion("eu-west-1").key("alias/orders/storage");
    expect(JSON.stringify(policy)).toContain('"rds.eu-west-1.amazonaws.com"');
  });

  it("encrypts every member with the key of its own Region", async () => {
    expect(await membersWithOtherKeys(scenario, ALIASES)).toEqual([]);
    const members = await Promise.all(REGIONS.map((region) => scenario.inRegion(region).members()));
    expect(members.map((list) => list.map(({ identifier }) => identifier))).toEqual(
      REGIONS.map((region) => [`orders-ledger-${region}`, `orders-ledger-${region}-1`]),
    );
  });

  it("joins the clusters to one global database, with the writer in the primary Region", async () => {
    const [global, ...others] = await scenario.inRegion("us-east-1").globalClusters();
    expect(others).toEqual([]);
    expect(global).toMatchObject({ StorageEncrypted: true, DatabaseName: "ledger" });
    const members = global?.GlobalClusterMembers ?? [];
    expect(
      members.map(({ DBClusterArn, IsWriter }) => [DBClusterArn?.split(":")[3], IsWriter]).sort(),
    ).toEqual([
      ["eu-west-1", false],
      ["us-east-1", true],
    ]);
  });

  it("is the same deployment to CDKTF: its stack has nothing to change", async () => {
    scenario.stacks.write("orders.yaml", SPEC);
    scenario.stacks.takeStatesOf(scenario.deployment);
    expect(await scenario.stacks.changes()).toEqual([]);
  });

  it("leaves nothing behind but keys that wait for their deletion, as long as their Region says", async () => {
    await scenario.deployment.destroy();
    expect(await scenario.deployment.addresses()).toEqual([]);
    for (const region of REGIONS) {
      expect(await scenario.inRegion(region).members()).toEqual([]);
      const keys = await scenario.inRegion(region).keys();
      expect(keys.map(({ metadata }) => [metadata.KeyState, daysUntil(metadata.DeletionDate)])).toEqual([
        ["PendingDeletion", region === "eu-west-1" ? 7 : 14],
      ]);
    }
    expect(await scenario.inRegion("us-east-1").globalClusters()).toEqual([]);
  });
});
