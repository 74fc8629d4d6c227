import { invariant } from "../../../src/base/invariant";
import { renderDeployment } from "../../../src/render";
import { compileAccepted, exampleSpecs } from "../../support/specs";

/** The README of a deployment of one database. */
function guideOf(keys: string, database: string): string {
  const text = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws, account: "111122223333" }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetGroupName: private }
keys:
  storage: ${keys}
databases:
  ledger:
    engine: ${database}
    key: storage
`;
  const files = renderDeployment(compileAccepted({ name: "spec.yaml", text }), "spec.yaml");
  return files.find(({ path }) => path === "orders/README.md")?.content ?? "";
}

const POSTGRES = `postgres
    engineVersion: "16.6"
    topology: read-replicas
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }`;
const EXISTING = `
    strategy: existing
    arns:
      us-east-1: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
      eu-west-1: arn:aws:kms:eu-west-1:111122223333:key/5678abcd-12ab-34cd-56ef-1234567890ab`;

test("whoever shares snapshots under existing keys is told what their policies lack", () => {
  const shared = `${POSTGRES}\n    shareSnapshotsWith: ["444455556666"]`;
  const guide = guideOf(EXISTING, shared);
  expect(guide).toContain("The accounts `444455556666` need the keys of this database.");
  expect(guide).toContain('"Sid": "SnapshotConsumers"');
  expect(guideOf("{ strategy: single-region }", shared)).not.toContain('"Sid": "SnapshotConsumers"');
});

test("a promoted source in another Region goes its own way only where primaryRegion says more", () => {
  const alone = guideOf("{ strategy: single-region }", POSTGRES);
  expect(alone).toContain("In the spec, set `primaryRegion: eu-west-1`.");
  expect(alone).toContain("Take the promoted instance, the old source");
  expect(alone).toContain("read -rs TF_VAR_ledger_master_password && export TF_VAR_ledger_master_password");
  expect(alone).not.toContain("sts:AssumeRole");
  const withPortableKeys = guideOf(
    "{ strategy: multi-region, purpose: [database, client-side-encryption] }",
    POSTGRES,
  );
  expect(withPortableKeys).toContain("move `ledger` into a spec of its own");
});

test("a promoted source in its own Region takes the name that the old one gives up", () => {
  const guide = guideOf(
    "{ strategy: single-region }",
    `${POSTGRES}\n    regions: { us-east-1: { replicas: 1 }, eu-west-1: { replicas: 0 } }`,
  );
  expect(guide).toContain(
    "--db-instance-identifier orders-ledger-us-east-1 --new-db-instance-identifier orders-ledger-us-east-1-old",
  );
});

test("an adopted cluster is held against being detached where it is managed", () => {
  const guide = guideOf(
    "{ strategy: single-region }",
    `aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    instances: { class: db.r6g.large }
    adopt: { clusterIdentifier: old-ledger }`,
  );
  expect(guide).toContain("ignore_changes = [engine_version, global_cluster_identifier]");
});

test("imported material is wrapped as its spec asks, and grants wait for it", () => {
  const guideOfKeys = (keys: string) => {
    const text = `
apiVersion: keyspan/v1
name: vault
provider: { name: aws, account: "111122223333", version: ">= 6.0.0, < 7.0.0" }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  tokens: { strategy: single-region, origin: external, ${keys} }
accept: [{ code: keys/material-in-state, reason: the variable stays null }]
`;
    const files = renderDeployment(compileAccepted({ name: "spec.yaml", text }), "spec.yaml");
    return files.find(({ path }) => path === "vault/README.md")?.content ?? "";
  };
  const signing = guideOfKeys("purpose: [signing], spec: RSA_2048, usage: SIGN_VERIFY");
  expect(signing).toContain("--wrapping-algorithm RSA_AES_KEY_WRAP_SHA_256");
  expect(signing).not.toContain("NEW_KEY_MATERIAL");
  expect(signing).not.toContain("The grants wait for it");
  const grant = `{ name: export, grantee: "arn:aws:iam::111122223333:role/Exporter", operations: [Decrypt] }`;
  const encrypting = guideOfKeys(`purpose: [client-side-encryption], grants: [${grant}]`);
  expect(encrypting).toContain("--wrapping-algorithm RSAES_OAEP_SHA_256");
  expect(encrypting).toContain("--import-type NEW_KEY_MATERIAL");
  expect(encrypting).toContain("The grants wait for it");
});

describe("what keeps a deployment from being destroyed", () => {
  const protecting = (settings: string) =>
    guideOf("{ strategy: single-region }", `${POSTGRES}\n    ${settings}`);

  test("is taken back by name", () => {
    expect(protecting("tags: {}")).toContain(
      "Set `protect: false` on `ledger`, `storage` and `deletionProtection: false` on `ledger`, emit",
    );
  });

  test("is named only where it stands", () => {
    const guide = protecting("deletionProtection: false");
    expect(guide).toContain("Set `protect: false` on `ledger`, `storage`, emit");
    expect(guide).toContain("until then Terraform and IAM refuse.");
  });

  test("may be RDS alone", () => {
    const guide = guideOf("{ strategy: single-region, protect: false }", `${POSTGRES}\n    protect: false`);
    expect(guide).toContain(
      "Set `deletionProtection: false` on `ledger`, emit, and apply; until then RDS refuses.",
    );
  });
});

test("a restored copy comes back to the network, and with instances", () => {
  const guide = guideOf(
    "{ strategy: single-region }",
    `aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    serverless: { minCapacity: 8, maxCapacity: 32 }`,
  );
  expect(guide).toContain("--serverless-v2-scaling-configuration MinCapacity=8,MaxCapacity=32");
  expect(guide).toContain("--db-subnet-group-name private");
  expect(guide).toContain("--db-instance-class db.serverless");
});

test("root modules of databases let go of a Region before those of keys", () => {
  const layered = (layout: string) => {
    const text = `
apiVersion: keyspan/v1
name: orders
provider: { name: aws }
terraform: { layout: ${layout} }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetGroupName: private }
keys:
  storage: { strategy: single-region }
databases:
  ledger:
    engine: ${POSTGRES}
    key: storage
`;
    const files = renderDeployment(compileAccepted({ name: "spec.yaml", text }), "spec.yaml");
    return files.find(({ path }) => path === "orders/README.md")?.content ?? "";
  };
  expect(layered("layered")).toContain("emit and apply in the opposite order, databases before the keys");
  expect(layered("single")).not.toContain("in the opposite order");
  expect(layered("regional")).toContain(
    "apply the stacks that are new or changed, in the order that stands under Applying",
  );
});

test("the key that AWS keeps for RDS is named by its alias", () => {
  expect(
    guideOf(
      "{ strategy: aws-managed, regions: [us-east-1] }",
      POSTGRES.replace("read-replicas", "single-region"),
    ),
  ).toContain("| `storage` | `us-east-1` | provider managed key | `alias/aws/rds` | `ledger`: storage |");
});

test("the runbook of keys alone speaks of no databases", () => {
  const [keysAlone] = exampleSpecs().filter(({ file }) => file.includes("keys-only"));
  invariant(keysAlone !== undefined, "there is an example of keys alone");
  const files = renderDeployment(compileAccepted(keysAlone), "keys.yaml");
  const text = files.find(({ path }) => path.endsWith("/README.md"))?.content ?? "";
  const regions = text.slice(
    text.indexOf("### Adding a Region"),
    text.indexOf("### Taking over what stands"),
  );
  expect(regions).toContain("### Removing a Region");
  expect(regions).not.toMatch(/databases|members|[Ss]napshots/);
});
