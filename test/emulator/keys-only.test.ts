import { accountOf } from "../support/emulator/account";
import { daysUntil } from "../support/emulator/region-of-account";
import { startScenario, type Scenario } from "../support/emulator/scenario";

const ACCOUNT = accountOf("cards");
const REGIONS = ["eu-central-1", "eu-west-1", "ap-southeast-2"];
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;

const SPEC = `
apiVersion: keyspan/v1
name: cards
provider: { name: aws, account: "${ACCOUNT}", tags: { team: payments } }
primaryRegion: eu-central-1
regions: [${REGIONS.join(", ")}]
keys:
  tokens:
    strategy: single-region
    purpose: [client-side-encryption]
    regions: [eu-central-1, eu-west-1]
    protect: false
    description: Card tokens
    aliases: [cards/legacy]
    rotation: { periodDays: 90 }
    deletionWindowDays: 21
    tags: { data: cards, tier: gold }
    policy:
      administrators: ["${role("KeyAdmin")}"]
      users: ["${role("Tokens")}"]
    grants:
      - name: export:daily
        grantee: ${role("Exporter")}
        operations: [Encrypt, Decrypt]
        retiringPrincipal: ${role("GrantJanitor")}
        encryptionContext: { subset: { purpose: export, "tenant id": a1 } }
    overrides:
      eu-west-1:
        description: Card tokens, stand-by
        alias: cards/standby
        aliases: []
        enabled: false
        deletionWindowDays: 7
        tags: { tier: platinum }
        policy: { users: ["${role("TokensStandby")}"] }
        grants: []
  receipts:
    strategy: single-region
    purpose: [signing]
    spec: ECC_NIST_P256
    regions: [eu-central-1, ap-southeast-2]
    protect: false
    policy:
      administrators: ["${role("KeyAdmin")}"]
      users: ["${role("Receipts")}"]
accept:
  - { code: keys/single-region-for-portable-ciphertext, reason: tokens never leave their Region }
`;

describe("keys without a database", () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await startScenario("cards", REGIONS);
    scenario.deployment.write("cards.yaml", SPEC);
    await scenario.deployment.apply();
  });

  it("are complete after one apply: the next plan is empty", async () => {
    expect(await scenario.deployment.changes()).toEqual([]);
  });

  it("are in each Region what the spec says for the Region", async () => {
    const [first, second] = await Promise.all([
      scenario.inRegion("eu-central-1").key("alias/cards/tokens"),
      scenario.inRegion("eu-west-1").key("alias/cards/standby"),
    ]);
    const facts = [first, second].map(({ metadata, tags, aliases, rotationPeriod }) => ({
      description: metadata.Description,
      state: metadata.KeyState,
      tags,
      aliases,
      rotationPeriod,
    }));
    expect(facts).toEqual([
      {
        description: "Card tokens",
        state: "Enabled",
        tags: { team: "payments", data: "cards", tier: "gold" },
        aliases: ["alias/cards/legacy", "alias/cards/tokens"],
        rotationPeriod: 90,
      },
      {
        description: "Card tokens, stand-by",
        state: "Disabled",
        tags: { team: "payments", data: "cards", tier: "platinum" },
        aliases: ["alias/cards/standby"],
        rotationPeriod: 90,
      },
    ]);
    expect(first.metadata.KeyId).not.toBe(second.metadata.KeyId);
  });

  it("have the policy of their own Region", async () => {
    const users = await Promise.all(
      [
        ["eu-central-1", "alias/cards/tokens"],
        ["eu-west-1", "alias/cards/standby"],
        ["eu-central-1", "alias/cards/receipts"],
      ].map(async ([region = "", alias = ""]) => {
        const { policy } = await scenario.inRegion(region).key(alias);
        return ["Tokens", "TokensStandby", "Receipts"].filter((name) =>
          JSON.stringify(policy).includes(`"${role(name)}"`),
        );
      }),
    );
    expect(users).toEqual([["Tokens"], ["TokensStandby"], ["Receipts"]]);
  });

  it("have grants where the spec has them, as it says", async () => {
    const { grants } = await scenario.inRegion("eu-central-1").key("alias/cards/tokens");
    expect(
      grants.map(({ Name, GranteePrincipal, RetiringPrincipal, Operations, Constraints }) => ({
        Name,
        GranteePrincipal,
        RetiringPrincipal,
        Operations: Operations?.toSorted(),
        context: Constraints?.EncryptionContextSubset,
      })),
    ).toEqual([
      {
        Name: "export:daily",
        GranteePrincipal: role("Exporter"),
        RetiringPrincipal: role("GrantJanitor"),
        Operations: ["Decrypt", "Encrypt"],
        context: { purpose: "export", "tenant id": "a1" },
      },
    ]);
    expect((await scenario.inRegion("eu-west-1").key("alias/cards/standby")).grants).toEqual([]);
  });

  it("have a spec and a use of their own, and are only where they were asked for", async () => {
    const counts = await Promise.all(
      REGIONS.map(async (region) =>
        (await scenario.inRegion(region).keys()).map(({ metadata }) => metadata.KeySpec).sort(),
      ),
    );
    expect(counts).toEqual([
      ["ECC_NIST_P256", "SYMMETRIC_DEFAULT"],
      ["SYMMETRIC_DEFAULT"],
      ["ECC_NIST_P256"],
    ]);
    const { metadata, rotationPeriod } = await scenario
      .inRegion("ap-southeast-2")
      .key("alias/cards/receipts");
    expect([metadata.KeyUsage, rotationPeriod]).toEqual(["SIGN_VERIFY", undefined]);
  });

  it("take a new grant in one Region, which touches nothing else", async () => {
    scenario.deployment.write("cards.yaml", SPEC.replace("        grants: []\n", ""));
    expect(await scenario.deployment.plannedActions()).toEqual({
      "aws_kms_grant.tokens_eu_west_1_export_daily": "create",
    });
    scenario.deployment.write("cards.yaml", SPEC);
  });

  it("leave nothing behind but keys that wait for their deletion, as long as their Region says", async () => {
    await scenario.deployment.destroy();
    const waiting = await Promise.all(
      REGIONS.map(async (region) =>
        (await scenario.inRegion(region).keys())
          .map(({ metadata }) => [metadata.KeyState, daysUntil(metadata.DeletionDate)])
          .sort(),
      ),
    );
    expect(waiting).toEqual([
      [
        ["PendingDeletion", 21],
        ["PendingDeletion", 30],
      ],
      [["PendingDeletion", 7]],
      [["PendingDeletion", 30]],
    ]);
  });
});
