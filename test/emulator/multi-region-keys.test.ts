import { accountOf } from "../support/emulator/account";
import { daysUntil } from "../support/emulator/region-of-account";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("vault");
const REGIONS = ["us-east-1", "eu-west-1"];
const SERVICE = `arn:aws:iam::${ACCOUNT}:role/CheckoutService`;

const SPEC = `
apiVersion: keyspan/v1
name: vault
provider: { name: aws, account: "${ACCOUNT}", tags: { team: payments } }
primaryRegion: us-east-1
regions: [us-east-1, eu-west-1]
keys:
  documents:
    strategy: multi-region
    purpose: [client-side-encryption]
    description: Documents of customers
    protect: false
    rotation: { periodDays: 90 }
    tags: { data: documents }
    policy:
      administrators: ["arn:aws:iam::${ACCOUNT}:role/KeyAdmin"]
      users: ["${SERVICE}"]
    grants:
      - name: archive
        grantee: arn:aws:iam::${ACCOUNT}:role/Archive
        operations: [Decrypt]
        encryptionContext: { equals: { tenant: acme } }
        regions: [eu-west-1]
    overrides:
      eu-west-1:
        description: Documents of customers in the European Union
        deletionWindowDays: 7
        alias: vault/documents-eu
        tags: { residency: eu }
`;

describe("multi-Region keys for client-side encryption", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await startScenario("vault", REGIONS);
    scenario.deployment.write("vault.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("are complete after one apply: the next plan is empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("share the key ID, and are rotated by the primary key", async () => {
    const primary = await scenario.inRegion("us-east-1").key("alias/vault/documents");
    const replica = await scenario.inRegion("eu-west-1").key("alias/vault/documents-eu");
    expect(primary.metadata.KeyId).toMatch(/^mrk-/);
    expect(replica.metadata.KeyId).toBe(primary.metadata.KeyId);
    const types = [primary, replica].map(
      ({ metadata }) => metadata.MultiRegionConfiguration?.MultiRegionKeyType,
    );
    expect(types).toEqual(["PRIMARY", "REPLICA"]);
    expect([primary.rotationPeriod, replica.rotationPeriod]).toEqual([90, 90]);
  });

  it("have their own description, tags, aliases and grants, as the spec says for the Region", async () => {
    const keys = await Promise.all(
      REGIONS.map(async (region) => (await scenario.inRegion(region).keys()).at(0)),
    );
    expect(
      keys.map((key) => ({
        description: key?.metadata.Description,
        tags: key?.tags,
        aliases: key?.aliases,
        grants: key?.grants.map(({ Name, Operations, Constraints }) => ({
          name: Name,
          operations: Operations,
          context: Constraints?.EncryptionContextEquals,
        })),
      })),
    ).toEqual([
      {
        description: "Documents of customers",
        tags: { team: "payments", data: "documents" },
        aliases: ["alias/vault/documents"],
        grants: [],
      },
      {
        description: "Documents of customers in the European Union",
        tags: { team: "payments", data: "documents", residency: "eu" },
        aliases: ["alias/vault/documents-eu"],
        grants: [{ name: "archive", operations: ["Decrypt"], context: { tenant: "acme" } }],
      },
    ]);
  });

  it("let the service use the key in each Region", async () => {
    for (const region of REGIONS) {
      const [key] = await scenario.inRegion(region).keys();
      expect(JSON.stringify(key?.policy)).toContain(SERVICE);
    }
  });

  it("change in one Region only when an override does", async () => {
    const primary = await scenario.inRegion("us-east-1").key("alias/vault/documents");
    scenario.deployment.write("vault.yaml", SPEC.replace("residency: eu", "residency: de"));
    expect(await scenario.deployment.plannedActions()).toEqual({
      "aws_kms_replica_key.documents_eu_west_1": "update",
    });
    await scenario.deployment.apply();
    expect((await scenario.inRegion("eu-west-1").key("alias/vault/documents-eu")).tags).toMatchObject({
      residency: "de",
    });
    expect(await scenario.inRegion("us-east-1").key("alias/vault/documents")).toEqual(primary);
  });

  it("are the same deployment to CDKTF: with the state of plain Terraform, and back, there is nothing to change", async () => {
    scenario.stacks.write("vault.yaml", SPEC);
    scenario.stacks.takeStatesOf(scenario.deployment);
    expect(await scenario.stacks.changes()).not.toEqual([]);
    await scenario.stacks.apply();
    scenario.deployment.write("vault.yaml", SPEC);
    scenario.deployment.takeStatesOf(scenario.stacks);
    expect(await scenario.deployment.changes()).toEqual([]);
    expect(await scenario.stacks.changes()).toEqual([]);
  });

  it("leave nothing behind but keys that wait for their deletion, as long as their Region says", async () => {
    await scenario.deployment.destroy();
    expect(await scenario.deployment.addresses()).toEqual([]);
    for (const [region, days] of [
      ["us-east-1", 30],
      ["eu-west-1", 7],
    ] as const) {
      const keys = await scenario.inRegion(region).keys();
      expect(
        keys.map(({ metadata, aliases }) => [metadata.KeyState, daysUntil(metadata.DeletionDate), aliases]),
      ).toEqual([["PendingDeletion", days, []]]);
    }
  });
});
