import { renderDeployment } from "../../../src/render";
import { compileAccepted } from "../../support/specs";

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
});

test("commands on a state name the stack that has it, and keys go after what they encrypt", () => {
  const guide = guideOfFleet();
  expect(guide).toContain("Ids: `terraform -chdir=bank-keys output storage_key_ids`");
  expect(guide).toContain("`terraform -chdir=bank-databases state rm ADDRESS`");
  expect(guide).toContain("| `bank-keys` | `aws_kms_alias.storage_us_east_1` | `alias/bank/storage` |");
  expect(guide).toContain("in the opposite order, databases before the keys that encrypt them");
  const single = guideOfFleet({ layout: "single" });
  expect(single).toContain("Ids: `terraform output storage_key_ids`");
  expect(single).not.toContain("in the opposite order, databases before the keys");
});

test("whoever starts Terraform is told what they need beside the role that it takes", () => {
  expect(guideOfFleet()).toContain(
    "the statements `ListStates` to `EncryptState` are theirs, not the role's",
  );
});

test("a database that goes its own way takes along what its instances still use", () => {
  const guide = guideOfFleet();
  expect(guide).toContain("Take everything of `cards` out of the state");
  expect(guide).toContain("`subnetGroupName` `bank-eu-west-1` in place of `subnetIds`");
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
