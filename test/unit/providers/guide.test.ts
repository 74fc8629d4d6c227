import { renderDeployment } from "../../../src/render";
import { compileAccepted } from "../../support/specs";

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

/** The guide of a deployment of several databases, each its own way. */
function guideOfFleet({
  layout = "layered",
  keys = "",
  backend = "s3: { bucket: states, region: us-east-1, keyPrefix: bank }",
}: { layout?: string; keys?: string; backend?: string } = {}): string {
  const text = `
apiVersion: keyspan/v1
name: bank
provider:
  name: aws
  account: "111122223333"
  assumeRoleArn: arn:aws:iam::111122223333:role/Deployer
terraform:
  layout: ${layout}
  backend: { ${backend} }
primaryRegion: us-east-1
regions:
  us-east-1: { subnetGroupName: private }
  eu-west-1: { subnetIds: [subnet-0a21, subnet-0a22] }
  eu-central-1: { subnetGroupName: private }
keys:
  storage: { strategy: single-region${keys} }
databases:
  ledger:
    engine: aurora-postgresql
    engineVersion: "16.6"
    topology: global-database
    key: storage
    instances: { class: db.r6g.large }
    regions: { us-east-1: , eu-central-1: { headless: true }, eu-west-1: { instances: { count: 1 } } }
  cards:
    engine: postgres
    engineVersion: "16.6"
    topology: read-replicas
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
    regions: { us-east-1: , eu-west-1: }
  sandbox:
    engine: mysql
    engineVersion: "8.0.40"
    topology: single-region
    key: storage
    instances: { class: db.m6g.large }
    storage: { allocatedGiB: 100 }
    protect: false
accept:
  - { code: databases/headless-secondary, reason: a quarter of an hour is enough }
${keys === "" ? "" : "  - { code: keys/material-in-state, reason: the variable stays null }"}
`;
  const files = renderDeployment(compileAccepted({ name: "spec.yaml", text }), "spec.yaml");
  return files.find(({ path }) => path === "bank/README.md")?.content ?? "";
}

test("a secondary cluster with an instance takes over before one that has none", () => {
  const guide = guideOfFleet();
  const target = /--target-db-cluster-identifier (\S+)/g;
  expect([...guide.matchAll(target)].map(([, arn]) => arn?.split(":").at(-1))).toEqual([
    "bank-ledger-eu-west-1",
    "bank-ledger-eu-west-1",
  ]);
  expect(guide).toContain(
    "Other targets, each with its own Region: `arn:aws:rds:eu-central-1:111122223333:cluster:bank-ledger-eu-central-1`.",
  );
  expect(guide.match(/`bank-ledger-eu-central-1` has no instance/g)).toHaveLength(2);
});

test("several passwords are asked for by name", () => {
  const guide = guideOfFleet();
  expect(guide).toContain("for name in cards_master_password ledger_master_password; do");
  expect(guide).not.toContain("read -rs TF_VAR_cards");
  expect(guideOf("{ strategy: single-region }", POSTGRES)).toContain(
    "read -rs TF_VAR_ledger_master_password && export TF_VAR_ledger_master_password",
  );
});

test("commands on a state name the stack that has it, and keys go after what they encrypt", () => {
  const guide = guideOfFleet();
  expect(guide).toContain("Ids: `terraform -chdir=bank-keys output storage_key_ids`");
  expect(guide).toContain("`terraform -chdir=bank-databases state rm ADDRESS`");
  expect(guide).toContain("| `bank-keys` | `aws_kms_alias.storage_us_east_1` | `alias/bank/storage` |");
  expect(guide).toContain("apply, the databases before the keys");
  const single = guideOfFleet({ layout: "single" });
  expect(single).toContain("Ids: `terraform output storage_key_ids`");
  expect(single).not.toContain("the databases before the keys");
});

test("whoever starts Terraform is told what they need beside the role that it takes", () => {
  expect(guideOfFleet()).toContain(
    "the statements `ListStates` to `EncryptState` are theirs, not the role's",
  );
  expect(guideOf("{ strategy: single-region }", POSTGRES)).not.toContain("sts:AssumeRole");
});

test("a database that goes its own way takes along what its instances still use", () => {
  const guide = guideOfFleet();
  expect(guide).toContain("Take everything of `cards` out of the state");
  expect(guide).toContain("the subnet groups of here (`subnetGroupName: bank-REGION`)");
  expect(guideOf("{ strategy: single-region }", POSTGRES)).toContain(
    "Take the promoted instance, the old source",
  );
});

test("a database moves to another key step by step, of each kind, and what is not protected would be lost", () => {
  const guide = guideOfFleet();
  const verbs = [...guide.matchAll(/^aws rds (?:wait )?(\S+)/gm)].map(([, verb]) => verb);
  for (const kind of ["db-snapshot", "db-cluster-snapshot"]) {
    const begin = verbs.indexOf(`create-${kind}`);
    expect(verbs.slice(begin, begin + 4)).toEqual([
      `create-${kind}`,
      `${kind}-available`,
      `copy-${kind}`,
      `${kind}-available`,
    ]);
  }
  expect(guide).toContain("which `prevent_destroy` refuses; what is in `sandbox` would be lost.");
});

test("material of keys of their own is imported before the databases, in each Region by itself", () => {
  const guide = guideOfFleet({ keys: ", origin: external" });
  expect(guide).toContain("between the stacks of keys and those of databases (`cards`, `ledger`, `sandbox`)");
  expect(guide).toContain("The keys are independent of each other, with the same bytes too.");
  expect(guide).not.toContain("the primary key's first");
  expect(guideOfFleet({ keys: ", origin: external", layout: "single" })).toContain(
    "the first apply stops at `cards`",
  );
});

test("an apply that runs elsewhere takes nothing from the environment, and reads only states that are shared", () => {
  const backend = "remote: { organization: acme, workspacePrefix: acme- }";
  const stacks = guideOfFleet({ backend });
  expect(stacks).toContain("takes passwords and credentials from the variables of the workspace");
  expect(stacks).toContain("Remote state sharing");
  expect(stacks).not.toContain("ListStates");
  expect(guideOfFleet({ backend, layout: "single" })).not.toContain("Remote state sharing");
  expect(guideOfFleet()).not.toContain("HCP Terraform");
});
