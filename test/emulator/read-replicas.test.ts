import { ACCOUNT } from "../support/emulator/emulator";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const REGIONS = ["us-east-1", "eu-west-1"];

const SPEC = `
apiVersion: keyspan/v1
name: billing
provider: { name: aws, account: "${ACCOUNT}" }
terraform: { layout: layered }
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
    backup: { finalSnapshot: false }
    protect: false
    deletionProtection: false
`;

describe("a layered deployment of RDS with a read replica in its own Region and in another", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await startScenario("billing", REGIONS);
    scenario.deployment.write("billing.yaml", SPEC);
    await scenario.deployment.apply();
  });
  afterAll(async () => {
    await scenario.emulator.stop();
  });

  it("is complete after one apply of each stack: the next plans are empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("encrypts every instance with the key of its own Region", async () => {
    const counts: number[] = [];
    for (const region of REGIONS) {
      const { metadata } = await scenario.inRegion(region).key("alias/billing/storage");
      const instances = await scenario.inRegion(region).instances();
      for (const { StorageEncrypted, KmsKeyId } of instances)
        expect({ StorageEncrypted, KmsKeyId }).toEqual({ StorageEncrypted: true, KmsKeyId: metadata.Arn });
      counts.push(instances.length);
    }
    expect(counts).toEqual([2, 1]);
  });

  it("replicates from the one source", async () => {
    const primary = await scenario.inRegion("us-east-1").instances();
    const secondary = await scenario.inRegion("eu-west-1").instances();
    const sources = [...primary, ...secondary].map(({ ReadReplicaSourceDBInstanceIdentifier: source }) =>
      source?.split(":").at(-1),
    );
    const [source] = primary.filter(({ ReadReplicaSourceDBInstanceIdentifier: its }) => its === undefined);
    expect(sources.filter((one) => one === source?.DBInstanceIdentifier)).toHaveLength(2);
  });

  it("is destroyed to nothing, the databases before their keys", async () => {
    await scenario.deployment.destroy();
    expect(await scenario.deployment.addresses()).toEqual([]);
    for (const region of REGIONS) expect(await scenario.inRegion(region).instances()).toEqual([]);
  });
});
