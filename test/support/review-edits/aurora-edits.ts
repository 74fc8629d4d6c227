import type { EditedExample, Replacement, ReviewEdit } from "./review-edit";

const STRATEGY = "strategy: single-region";
const TOPOLOGY = "topology: global-database";
const ADMIN = '"arn:aws:iam::111122223333:role/KeyAdmin"';

const ofKey = (title: string, line: string): ReviewEdit => ({
  title,
  spec: [[STRATEGY, `${STRATEGY}\n    ${line}`]],
});
const ofDatabase = (title: string, line: string): ReviewEdit => ({
  title,
  spec: [[TOPOLOGY, `${TOPOLOGY}\n    ${line}`]],
});
const byHand = (title: string, ...hcl: readonly Replacement[]): ReviewEdit => ({ title, hcl });

const RENAMED_KEY: readonly Replacement[] = [
  ["  storage:", "  vault:\n    renamedFrom: storage"],
  ["key: storage", "key: vault"],
];
const SECOND_KEY: Replacement = [
  "keys:\n",
  `keys:\n  second:\n    ${STRATEGY}\n    policy:\n      operators: ["arn:aws:iam::111122223333:role/DatabaseDeployer"]\n`,
];

const KEY_EDITS: readonly ReviewEdit[] = [
  ofKey("key: other deletion window", "deletionWindowDays: 7"),
  ofKey("key: other description", "description: Something else"),
  ofKey("key: rotation off", "rotation: false"),
  ofKey("key: shorter rotation", "rotation: { periodDays: 90 }"),
  ofKey("key: other alias", "alias: somewhere/else"),
  ofKey("key: one more alias", "aliases: [orders/second]"),
  ofKey("key: tags", "tags: { owner: someone }"),
  ofKey(
    "key: a grant",
    'grants: [{ name: backup, grantee: "arn:aws:iam::111122223333:role/Backup", operations: [Decrypt] }]',
  ),
  ofKey("key: no longer protected from Terraform", "protect: false"),
  {
    title: "key: another administrator",
    spec: [[ADMIN, `${ADMIN}, "arn:aws:iam::111122223333:role/Second"`]],
  },
  { title: "key: strategy multi-region", spec: [[STRATEGY, "strategy: multi-region"]] },
  byHand("key: multi_region, by hand", ["multi_region            = false", "multi_region            = true"]),
  byHand("key: signs instead of encrypting, by hand", [
    "  is_enabled ",
    '  customer_master_key_spec = "RSA_2048"\n  key_usage = "SIGN_VERIFY"\n  is_enabled ',
  ]),
  byHand("key: disabled, by hand", ["is_enabled              = true", "is_enabled              = false"]),
  byHand("key: a condition of the policy removed, by hand", [
    '        Condition = {\n          StringEquals = {\n            "kms:ViaService" = "rds.us-east-1.amazonaws.com"\n          }\n        }\n',
    "",
  ]),
  {
    title: "key set renamed, and said so",
    spec: RENAMED_KEY,
  },
  {
    title: "key set renamed without saying so",
    spec: [
      ["  storage:", "  vault:"],
      ["key: storage", "key: vault"],
    ],
  },
  {
    title: "key set renamed a second time",
    standing: RENAMED_KEY,
    spec: [
      ["vault:\n    renamedFrom: storage", "safe:\n    renamedFrom: [storage, vault]"],
      ["key: vault", "key: safe"],
    ],
  },
  {
    title: "key set renamed, with another alias at once",
    spec: [...RENAMED_KEY, ["renamedFrom: storage", "renamedFrom: storage\n    alias: orders/vault"]],
  },
  {
    title: "key set renamed, with another strategy at once",
    spec: [...RENAMED_KEY, [STRATEGY, "strategy: multi-region"]],
  },
  {
    title: "former name of a key set taken out",
    standing: RENAMED_KEY,
    spec: [["    renamedFrom: storage\n", ""]],
  },
];

const DATABASE_EDITS: readonly ReviewEdit[] = [
  { title: "database: another key set", spec: [SECOND_KEY, ["key: storage", "key: second"]] },
  {
    title: "database: another key set in one Region",
    spec: [SECOND_KEY, ["eu-west-1: { instances", "eu-west-1: { key: second, instances"]],
  },
  { title: "database: other instance class", spec: [["db.r6g.large", "db.r6g.xlarge"]] },
  { title: "database: one instance more", spec: [["count: 2", "count: 3"]] },
  { title: "database: one instance fewer", spec: [["count: 2", "count: 1"]] },
  { title: "database: a Region fewer", spec: [["      ap-southeast-2: { instances: { count: 1 } }\n", ""]] },
  { title: "database: minor engine version", spec: [['"16.6"', '"16.8"']] },
  { title: "database: major engine version", spec: [['"16.6"', '"17.4"']] },
  {
    title: "database: another engine",
    spec: [
      [
        'aurora-postgresql\n    engineVersion: "16.6"',
        'aurora-mysql\n    engineVersion: "8.0.mysql_aurora.3.08.2"',
      ],
    ],
  },
  { title: "database: other database name", spec: [["databaseName: ledger", "databaseName: books"]] },
  ofDatabase("database: other identifier", "identifier: books"),
  ofDatabase("database: other port", "port: 5433"),
  ofDatabase("database: a parameter", 'parameters: { log_statement: "all" }'),
  ofDatabase("database: TLS not forced", 'parameters: { rds.force_ssl: "0" }'),
  ofDatabase("database: deletion protection off", "deletionProtection: false"),
  ofDatabase("database: backups for longer", "backup: { retentionDays: 30 }"),
  ofDatabase("database: no final snapshot", "backup: { finalSnapshot: false }"),
  ofDatabase("database: logs for longer", "monitoring: { logRetentionDays: 400 }"),
  ofDatabase("database: logs no longer exported", "monitoring: { logExports: [] }"),
  ofDatabase("database: no performance history", "monitoring: { performanceInsights: false }"),
  ofDatabase("database: another master user", "masterUsername: boss"),
  ofDatabase("database: IAM authentication off", "iamAuthentication: false"),
  {
    title: "database: serverless",
    spec: [
      ["instances: { class: db.r6g.large, count: 2 }", "serverless: { minCapacity: 8, maxCapacity: 32 }"],
    ],
  },
  { title: "database renamed, and said so", spec: [["  ledger:\n", "  books:\n    renamedFrom: ledger\n"]] },
  { title: "database renamed without saying so", spec: [["  ledger:\n", "  books:\n"]] },
  {
    title: "database and key set renamed, and said so",
    spec: [...RENAMED_KEY, ["  ledger:\n", "  books:\n    renamedFrom: ledger\n"]],
  },
  byHand("database: a major version that is ignored on the members, by hand", [
    'engine_version                      = "16.6"',
    'engine_version                      = "17.4"',
  ]),
  byHand("database: taken out of its global cluster, by hand", [
    "  global_cluster_identifier           = aws_rds_global_cluster.ledger.id\n",
    "",
  ]),
];

const OTHER_EDITS: readonly ReviewEdit[] = [
  { title: "network: other subnets", spec: [["subnet-0c11", "subnet-0e11"]] },
  {
    title: "network: other subnet group",
    spec: [["subnetGroupName: private-databases", "subnetGroupName: other"]],
  },
  { title: "network: other security group", spec: [["sg-0d22", "sg-0e22"]] },
  {
    title: "deployment: another primary Region",
    spec: [
      ["primaryRegion: us-east-1", "primaryRegion: eu-west-1"],
      ["      eu-west-1: { instances", "      us-east-1: { instances"],
    ],
  },
  {
    title: "deployment: another tag on everything",
    spec: [["environment: production", "environment: staging"]],
  },
  {
    title: "an alias let go with a removed block, by hand",
    hcl: [
      [
        'resource "aws_kms_alias" "storage_eu_west_1" {\n  provider      = aws.eu_west_1\n  name          = "alias/orders/storage"\n  target_key_id = aws_kms_key.storage_eu_west_1.key_id\n}\n',
        "",
      ],
      ["    eu-west-1      = aws_kms_alias.storage_eu_west_1.arn\n", ""],
    ],
    file: "removed {\n  from = aws_kms_alias.storage_eu_west_1\n  lifecycle {\n    destroy = false\n  }\n}\n",
  },
];

/** A global database with a key of its own in each Region. */
export const AURORA: EditedExample = {
  example: "aurora-global-per-region-keys",
  adapted: [],
  edits: [...KEY_EDITS, ...DATABASE_EDITS, ...OTHER_EDITS],
};

/** Secondary clusters around a cluster that stands already, without a fixed size. */
export const ADOPTED: EditedExample = {
  example: "aurora-serverless-adopted",
  adapted: [],
  edits: [
    { title: "other capacity", spec: [["maxCapacity: 64", "maxCapacity: 128"]] },
    {
      title: "instances of a class instead",
      spec: [["serverless: { minCapacity: 8, maxCapacity: 64 }", "instances: { class: db.r6g.large }"]],
    },
    { title: "another adopted cluster", spec: [["catalog-products", "catalog-goods"]] },
    {
      title: "an instance for the headless cluster",
      spec: [
        ["{ headless: true }", "{ instances: { count: 1 } }"],
        [
          "accept:\n  - code: databases/headless-secondary\n    reason: a quarter of an hour to add an instance is within our recovery objective\n",
          "",
        ],
      ],
    },
    {
      title: "no longer adopted",
      spec: [
        ["    adopt: { clusterIdentifier: catalog-products }\n", ""],
        ["regions: [us-east-2, ap-northeast-1]\n", "tags: {}\n"],
      ],
    },
  ],
};

/** Keys that another account owns. */
export const EXISTING: EditedExample = {
  example: "aurora-global-existing-keys",
  adapted: [],
  edits: [
    {
      title: "another key in the primary Region",
      spec: [["0a1b2c3d-1111-4222-8333-444455556666", "0a1b2c3d-1111-4222-8333-aaaabbbbcccc"]],
    },
    {
      title: "another key in the secondary Region",
      spec: [["0a1b2c3d-5555-4666-8777-888899990000", "0a1b2c3d-5555-4666-8777-aaaabbbbcccc"]],
    },
  ],
};
