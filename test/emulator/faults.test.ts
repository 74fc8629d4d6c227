import { accountOf } from "../support/emulator/account";
import { everywhere, membersWithOtherKeys, servicesOfOtherRegions } from "../support/emulator/facts";
import { withFaults, type Fault } from "../support/emulator/root-modules";
import { startScenario, type Scenario } from "../support/emulator/scenario";

/*
 * What the other scenarios expect can fail: the files of a sound deployment are spoiled as a faulty keyspan would
 * spoil them, and the same measurements must tell.
 */

const REGIONS = ["us-east-1", "eu-west-1"];
const ALIASES = everywhere(REGIONS, "alias/orders/storage");

const specFor = (account: string) => `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "${account}" }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  eu-west-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  storage: &key
    strategy: single-region
    protect: false
    policy:
      administrators: ["arn:aws:iam::${account}:role/KeyAdmin"]
      operators: ["arn:aws:iam::${account}:role/DatabaseDeployer"]
  reports: *key
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large, count: 1 }
    monitoring: { performanceInsights: false }
    protect: false
    deletionProtection: false
    backup: { finalSnapshot: false }
    regions: { eu-west-1: { headless: true } }
accept:
  - { code: databases/single-instance, reason: nobody waits for an emulator }
  - { code: databases/headless-secondary, reason: nobody waits for an emulator }
`;

const SECONDARY = { file: "orders/ledger.tf", within: 'resource "aws_rds_cluster" "ledger_eu_west_1"' };

/** Each on its own: with it, AWS refuses the deployment, or what was measured is not what it must be. */
const KEY_OF_OTHER_REGION: Fault = {
  ...SECONDARY,
  from: "aws_kms_key.storage_eu_west_1.arn",
  to: "aws_kms_key.storage_us_east_1.arn",
};
const KEY_OF_OTHER_DATABASE: Fault = {
  ...SECONDARY,
  from: "aws_kms_key.storage_eu_west_1.arn",
  to: "aws_kms_key.reports_eu_west_1.arn",
};
const NOTHING_IGNORED: Fault = {
  ...SECONDARY,
  from: "ignore_changes = [engine_version, replication_source_identifier, source_region]",
  to: "ignore_changes = [engine_version, source_region]",
};
const SHARED_POLICY: Fault = {
  file: "orders/keys.tf",
  within: 'resource "aws_kms_key" "storage_eu_west_1"',
  from: '"rds.eu-west-1.amazonaws.com"',
  to: '"rds.us-east-1.amazonaws.com"',
};

function startFaulty(name: string, faults: readonly Fault[]): Promise<Scenario> {
  return startScenario(name, REGIONS, withFaults(faults)).then((scenario) => {
    scenario.deployment.write("orders.yaml", specFor(accountOf(name)));
    return scenario;
  });
}

describe("a deployment with faults", () => {
  let scenario: Scenario;
  let refusal: unknown;

  beforeAll(async () => {
    scenario = await startFaulty("faults", [KEY_OF_OTHER_DATABASE, NOTHING_IGNORED, SHARED_POLICY]);
    const refused = await startFaulty("refused", [KEY_OF_OTHER_REGION]);
    [, refusal] = await Promise.all([
      scenario.deployment.apply(),
      refused.deployment.apply().catch((error: unknown) => error),
    ]);
  });

  it("cannot be applied when a secondary cluster has the key of another Region", () => {
    expect(String(refusal)).toContain("KMSKeyNotAccessibleFault");
  });

  it("is noticed when a member has the key of another database", async () => {
    expect(await membersWithOtherKeys(scenario, ALIASES)).toEqual(["orders-ledger-eu-west-1"]);
  });

  it("is noticed when Regions share a policy", async () => {
    expect(await servicesOfOtherRegions(scenario, ALIASES)).toEqual(["eu-west-1: rds.us-east-1"]);
  });

  it("is noticed when a change is not ignored: the next plan is not empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([
      expect.stringMatching(/- replication_source_identifier += "arn:aws:rds:us-east-1:.*" -> null/),
    ]);
  });

  it("is noticed when a plan would replace what holds data", async () => {
    scenario.deployment.write("orders.yaml", edited(specFor(accountOf("faults"))));
    await expect(scenario.deployment.apply()).rejects.toThrow(
      "the plan replaces what holds data: aws_rds_cluster.ledger_eu_west_1",
    );
  });
});

/** An identifier is what a cluster cannot change. */
function edited(text: string): string {
  return text.replace("    engineVersion", "    identifier: orders-book\n    engineVersion");
}
