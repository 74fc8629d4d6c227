import { formatMarkdown } from "../../../src/review/format-markdown";
import { exampleSpecs } from "../../support/specs";
import {
  actionsOf,
  codesOf,
  filesOf,
  resourceOf,
  reviewFiles,
  reviewHcl,
  reviewSpecs,
} from "../../support/reviews";

const KEY = `
provider "aws" {
  region = "eu-west-1"
}
resource "aws_kms_key" "storage" {
  description  = "one"
  multi_region = false
}
`;

const CLUSTER = `${KEY}
resource "aws_rds_cluster" "ledger" {
  cluster_identifier        = "ledger"
  engine                    = "aurora-postgresql"
  storage_encrypted         = true
  kms_key_id                = aws_kms_key.storage.arn
  final_snapshot_identifier = "ledger-final"
}
resource "aws_rds_cluster_instance" "ledger_1" {
  cluster_identifier = aws_rds_cluster.ledger.id
  engine             = "aurora-postgresql"
  instance_class     = "db.r6g.large"
}
`;

test.each(exampleSpecs())("nothing is said of $file against itself", async ({ text }) => {
  const { resources, settings, unchanged } = await reviewSpecs(text, text);
  expect({ resources, settings }).toEqual({ resources: [], settings: [] });
  expect(unchanged).toBeGreaterThan(0);
});

test("a replaced key replaces what is encrypted with it, and that replaces what stands on it", async () => {
  const review = await reviewHcl(CLUSTER, CLUSTER.replace("multi_region = false", "multi_region = true"));
  expect(actionsOf(review)).toEqual({
    "aws_kms_key.storage": "replace",
    "aws_rds_cluster.ledger": "replace",
    "aws_rds_cluster_instance.ledger_1": "replace",
  });
  const cluster = resourceOf(review, "aws_rds_cluster.ledger");
  expect(cluster.forcedBy).toEqual(["kms_key_id"]);
  expect(cluster.carriedFrom).toEqual(["aws_kms_key.storage"]);
  expect(codesOf(review, "aws_rds_cluster.ledger")).toEqual(
    expect.arrayContaining(["database-lost", "last-copy-in-region", "encryption-key-changed"]),
  );
});

const INSTANCE = `${KEY}
resource "aws_db_instance" "ledger" {
  identifier                      = "ledger"
  engine                          = "mysql"
  engine_version                  = "8.0.40"
  allocated_storage               = 200
  manage_master_user_password     = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.storage.arn
}
`;

test.each([
  ['"8.0.40"', '"8.0.36"', ["engine-downgrade"]],
  ['"8.0.40"', '"8.0"', []],
  ['"8.0.40"', '"8.0.41"', []],
  ['"8.0.40"', '"8.4.3"', ["major-upgrade-not-allowed"]],
  ['"8.0.40"', '"8.4.3"\n  allow_major_version_upgrade = true', []],
  ["= 200", "= 100", ["storage-smaller"]],
  ["= 200", "= 300", []],
  ["= aws_kms_key.storage.arn", '= "arn:aws:kms:eu-west-1:111122223333:key/other"', ["insights-key-fixed"]],
  [
    "manage_master_user_password     = true",
    'manage_master_user_password = true\n  master_user_secret_kms_key_id = "arn:aws:kms:eu-west-1:111122223333:key/other"',
    ["secret-key-fixed"],
  ],
])("what AWS refuses to change in place is told as refused: %s to %s", async (from, to, codes) => {
  const review = await reviewHcl(
    INSTANCE,
    INSTANCE.replace(from, () => to),
  );
  const { action, findings } = resourceOf(review, "aws_db_instance.ledger");
  const refused = findings.filter(({ kind }) => kind === "refused");
  expect([action, refused.map(({ code }) => code)]).toEqual(["update", codes]);
});

test("a version that goes back is no upgrade, and one of a global cluster goes on without being told", async () => {
  const back = await reviewHcl(INSTANCE, INSTANCE.replace("8.0.40", "8.0.36"));
  expect(codesOf(back, "aws_db_instance.ledger")).not.toContain("engine-upgrade");
  const global = (version: string) =>
    `resource "aws_rds_global_cluster" "ledger" {\n  engine = "aurora-postgresql"\n  engine_version = "${version}"\n}\n`;
  const upgrade = await reviewHcl(global("15.4"), global("16.6"));
  expect(codesOf(upgrade, "aws_rds_global_cluster.ledger")).toEqual(["engine-upgrade"]);
  const downgrade = await reviewHcl(global("16.6"), global("15.4"));
  expect(codesOf(downgrade, "aws_rds_global_cluster.ledger")).toEqual(["engine-downgrade"]);
});

test("backtracking that a cluster was made without is refused", async () => {
  const after = CLUSTER.replace("storage_encrypted ", "backtrack_window = 3600\n  storage_encrypted ");
  const review = await reviewHcl(CLUSTER, after);
  expect(codesOf(review, "aws_rds_cluster.ledger")).toContain("backtrack-too-late");
});

const COUNTED = 'resource "aws_rds_cluster_instance" "ledger_1" {';

test.each([
  ["none", "count = 0", { "aws_rds_cluster_instance.ledger_1": "destroy" }],
  ["one", "count = 1", {}],
  ["two", "count = 2", { "aws_rds_cluster_instance.ledger_1[1]": "create" }],
  [
    "others by key",
    'for_each = toset(["a"])',
    {
      "aws_rds_cluster_instance.ledger_1": "destroy",
      "aws_rds_cluster_instance.ledger_1[each.key]": "create",
    },
  ],
  [
    "an unknown number",
    "count = length(data.aws_regions.all.names)",
    { "aws_rds_cluster_instance.ledger_1": "update" },
  ],
])("what a block repeats is not what stood there: %s", async (_, line, actions) => {
  const review = await reviewHcl(CLUSTER, CLUSTER.replace(COUNTED, `${COUNTED}\n  ${line}`));
  expect(actionsOf(review)).toEqual(actions);
});

test("a database that is counted away is lost with its data", async () => {
  const head = 'resource "aws_rds_cluster" "ledger" {';
  const review = await reviewHcl(CLUSTER, CLUSTER.replace(head, `${head}\n  count = 0`));
  expect(resourceOf(review, "aws_rds_cluster.ledger")).toMatchObject({ action: "destroy", losesData: true });
});

test("what refers to the first of those that are counted refers to what stood there", async () => {
  const counted = KEY.replace('"storage" {', '"storage" {\n  count = 1');
  const after = CLUSTER.replace(KEY, counted).replace("storage.arn", "storage[0].arn");
  expect(actionsOf(await reviewHcl(CLUSTER, after))).toEqual({});
});

test("an update in place carries nothing", async () => {
  const review = await reviewHcl(CLUSTER, CLUSTER.replace('"one"', '"two"'));
  expect(actionsOf(review)).toEqual({ "aws_kms_key.storage": "update" });
});

test("text that Terraform takes for the same changes nothing", async () => {
  const before = `${KEY}
resource "aws_kms_key" "logs" {
  policy = jsonencode({ Statement = [{ Action = ["kms:B", "kms:A"], Effect = "Allow" }] })
}`;
  const after = `${KEY}
resource "aws_kms_key" "logs" {
  is_enabled = true
  policy     = "{\\"Statement\\": [{\\"Effect\\": \\"Allow\\", \\"Action\\": [\\"kms:A\\", \\"kms:B\\"]}]}"
}`;
  expect(actionsOf(await reviewHcl(before, after))).toEqual({ "aws_kms_key.logs": "none" });
});

test("a moved block keeps a resource, and what refers to it", async () => {
  const after = `${CLUSTER.replaceAll("aws_kms_key.storage", "aws_kms_key.vault").replace('"storage"', '"vault"')}
moved {
  from = aws_kms_key.storage
  to   = aws_kms_key.vault
}`;
  const review = await reviewHcl(CLUSTER, after);
  expect(actionsOf(review)).toEqual({ "aws_kms_key.vault": "none" });
  expect(resourceOf(review, "aws_kms_key.vault").formerAddress).toBe("aws_kms_key.storage");
});

test("a new address without a moved block is named for what it is", async () => {
  const after = CLUSTER.replaceAll("aws_rds_cluster.ledger", "aws_rds_cluster.books").replace(
    '"aws_rds_cluster" "ledger"',
    '"aws_rds_cluster" "books"',
  );
  const review = await reviewHcl(CLUSTER, after);
  expect(codesOf(review, "aws_rds_cluster.ledger")).toContain("address-changed");
  expect(codesOf(review, "aws_rds_cluster.books")).toContain("address-changed");
});

test("ignore_changes keeps a change from the live system", async () => {
  const ignoring = CLUSTER.replace(
    'engine                    = "aurora-postgresql"\n  storage',
    'engine = "aurora-postgresql"\n  engine_version = "16.6"\n  lifecycle {\n    ignore_changes = [engine_version]\n  }\n  storage',
  );
  const review = await reviewHcl(ignoring, ignoring.replace("16.6", "17.4"));
  expect(actionsOf(review)).toEqual({ "aws_rds_cluster.ledger": "none" });
  expect(codesOf(review, "aws_rds_cluster.ledger")).toEqual([]);
});

test("a removed block that keeps the resource makes Terraform forget it", async () => {
  const after = `${KEY.slice(0, KEY.indexOf("resource"))}
removed {
  from = aws_kms_key.storage
  lifecycle {
    destroy = false
  }
}`;
  expect(actionsOf(await reviewHcl(KEY, after))).toEqual({ "aws_kms_key.storage": "forget" });
});

test("default tags of the provider block reach every resource that takes tags", async () => {
  const tagged = CLUSTER.replace(
    'region = "eu-west-1"',
    'region = "eu-west-1"\n  default_tags {\n    tags = { a = "b" }\n  }',
  );
  expect(actionsOf(await reviewHcl(CLUSTER, tagged))).toEqual({
    "aws_kms_key.storage": "update",
    "aws_rds_cluster.ledger": "update",
    "aws_rds_cluster_instance.ledger_1": "update",
  });
});

test("a widened policy is named by who may do what", async () => {
  const policy = (roles: string) => `${KEY}
resource "aws_kms_key" "logs" {
  policy = jsonencode({
    Statement = [
      { Sid = "Use", Effect = "Allow", Principal = { AWS = ${roles} }, Action = ["kms:Decrypt"], Resource = "*" },
    ]
  })
}`;
  const one = policy('"arn:aws:iam::111122223333:role/A"');
  const two = policy('["arn:aws:iam::111122223333:role/A", "arn:aws:iam::111122223333:role/B"]');
  const widened = await reviewHcl(one, two);
  expect(resourceOf(widened, "aws_kms_key.logs").findings.map(({ message }) => message)).toEqual([
    "The policy now allows `arn:aws:iam::111122223333:role/B` kms:Decrypt.",
  ]);
  expect(codesOf(await reviewHcl(two, one), "aws_kms_key.logs")).toEqual(["policy-narrowed"]);
});

test("a change in one root module is carried into another that reads its state", async () => {
  const billing = exampleSpecs().find(({ file }) => file.endsWith("rds-postgres-read-replicas.yaml"));
  const files = filesOf(billing?.text ?? "");
  const edited = files.map(({ path, content }) => ({
    path,
    content:
      path.endsWith("billing-keys/keys.tf") || path === "billing-keys/keys.tf"
        ? content.replaceAll("multi_region            = false", "multi_region            = true")
        : content,
  }));
  const actions = actionsOf(await reviewFiles(files, edited));
  expect(actions["aws_kms_key.storage_eu_west_1"]).toBe("replace");
  expect(actions["aws_db_instance.invoices_eu_west_1"]).toBe("replace");
});

test("data and settings that weaken a system are named", async () => {
  const weak = CLUSTER.replace(
    "multi_region = false",
    "multi_region = false\n  is_enabled = false\n  enable_key_rotation = false",
  );
  const strong = CLUSTER.replace(
    "multi_region = false",
    "multi_region = false\n  enable_key_rotation = true",
  );
  expect(codesOf(await reviewHcl(strong, weak), "aws_kms_key.storage")).toEqual([
    "rotation-off",
    "key-disabled",
  ]);
});

test("a type that the provider's table does not have is said to be unknown", async () => {
  const bucket = (name: string) => `${KEY}\nresource "aws_s3_bucket" "mine" {\n  bucket = "${name}"\n}`;
  expect(codesOf(await reviewHcl(bucket("a"), bucket("b")), "aws_s3_bucket.mine")).toEqual(["unknown-type"]);
});

test("what cannot be changed in place comes with the steps that lose nothing", async () => {
  const review = await reviewHcl(CLUSTER, CLUSTER.replace("multi_region = false", "multi_region = true"));
  const { migration } = resourceOf(review, "aws_rds_cluster.ledger");
  expect(migration?.steps.map(({ command }) => command?.split(" ").slice(0, 3).join(" "))).toEqual([
    undefined,
    "aws rds create-db-cluster-snapshot",
    "aws rds copy-db-cluster-snapshot",
    "aws rds restore-db-cluster-from-snapshot",
    "aws rds modify-db-cluster",
    "terraform state rm",
    "terraform plan",
    undefined,
  ]);
  expect(resourceOf(review, "aws_kms_key.storage").migration?.title).toBe(
    "Add a new key instead of replacing this one",
  );
});

test("the Markdown review begins with its mark, and no text of a spec escapes from its code", async () => {
  const hostile = CLUSTER.replace('"one"', '"`</details><script>x</script>`"');
  const text = formatMarkdown([await reviewHcl(CLUSTER, hostile)]);
  expect(text.startsWith("<!-- keyspan review -->\n")).toBe(true);
  expect(text).toContain('`` "`</details><script>x</script>`" ``');
});
