import { Account, accountOf } from "../support/emulator/account";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("claims");
const CENTRAL = accountOf("claims-central");
const REGIONS = ["us-east-1", "us-west-2"] as const;

/** The database of two Regions uses a key of its own account in one, of a central account in the other. */
const spec = (keys: Readonly<Record<string, string>>) => `
apiVersion: keyspan/v1
name: claims
provider: { name: aws, account: "${ACCOUNT}" }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private-databases, securityGroupIds: [sg-0d11] }
  us-west-2: { subnetGroupName: private-databases, securityGroupIds: [sg-0d22] }
keys:
  central:
    strategy: existing
    purpose: [database, logs]
    arns: ${JSON.stringify(keys)}
databases:
  archive:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: central
    instances: { class: db.r6g.large, count: 1 }
    protect: false
    deletionProtection: false
    backup: { finalSnapshot: false }
accept:
  - { code: databases/single-instance, reason: nobody waits for an emulator }
`;

const OWNERS_POLICY = {
  Version: "2012-10-17",
  Statement: [
    {
      Effect: "Allow",
      Principal: { AWS: [ACCOUNT, CENTRAL].map((account) => `arn:aws:iam::${account}:root`) },
      Action: "kms:*",
      Resource: "*",
    },
  ],
};

describe("a global database with keys that were there before", () => {
  let scenario: Scenario;
  let central: Account;
  let keys: Readonly<Record<(typeof REGIONS)[number], string>>;

  beforeAll(async () => {
    scenario = await startScenario("claims", REGIONS);
    central = new Account(CENTRAL, ["us-west-2"]);
    keys = {
      "us-east-1": await scenario.inRegion("us-east-1").createKey(OWNERS_POLICY),
      "us-west-2": await central.inRegion("us-west-2").createKey(OWNERS_POLICY),
    };
    scenario.deployment.write("claims.yaml", spec(keys));
    await scenario.deployment.apply();
  });

  it("is complete after one apply: the next plan is empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("uses the key of its own account in one Region, and that of another account in the other", async () => {
    expect(keys["us-west-2"]).toContain(`:us-west-2:${CENTRAL}:key/`);
    for (const region of REGIONS) {
      expect(await scenario.inRegion(region).members()).toEqual(
        ["", "-1"].map((suffix) => ({
          identifier: `claims-archive-${region}${suffix}`,
          encrypted: true,
          keyArn: keys[region],
        })),
      );
    }
  });

  it("creates no key, and manages none", async () => {
    expect((await scenario.deployment.addresses()).filter((address) => address.includes("kms"))).toEqual([]);
    expect(await scenario.inRegion("us-west-2").keys()).toEqual([]);
    expect(await scenario.inRegion("us-east-1").keys()).toHaveLength(1);
  });

  it("leaves the keys as they were when it is destroyed", async () => {
    await scenario.deployment.destroy();
    for (const region of REGIONS) expect(await scenario.inRegion(region).members()).toEqual([]);
    const left = [
      await scenario.inRegion("us-east-1").key(keys["us-east-1"]),
      await central.inRegion("us-west-2").key(keys["us-west-2"]),
    ];
    expect(left.map(({ metadata, policy, aliases }) => [metadata.KeyState, policy, aliases])).toEqual(
      left.map(() => ["Enabled", OWNERS_POLICY, []]),
    );
  });
});
