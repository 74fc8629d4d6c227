/** An edit of a spec, or of the HCL that it compiles to, whose review is compared with the plan of Terraform. */
export interface ReviewEdit {
  readonly title: string;
  /** Example that is edited. */
  readonly base: "aurora" | "rds" | "keys";
  /** Replacements in the spec. */
  readonly spec?: readonly (readonly [string, string])[];
  /** Replacements in the Terraform that it compiles to, by hand. */
  readonly hcl?: readonly (readonly [string, string])[];
}

const KEY_ADMIN = '"arn:aws:iam::111122223333:role/KeyAdmin"';

/** One line each; between them they cover every consequence. */
export const REVIEW_EDITS: readonly ReviewEdit[] = [
  {
    title: "key: other deletion window",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    deletionWindowDays: 7"]],
  },
  {
    title: "key: other description",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    description: Something else"]],
  },
  {
    title: "key: rotation off",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    rotation: false"]],
  },
  {
    title: "key: shorter rotation",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    rotation: { periodDays: 90 }"]],
  },
  {
    title: "key: other alias",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    alias: somewhere/else"]],
  },
  {
    title: "key: one more alias",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    aliases: [orders/second]"]],
  },
  {
    title: "key: another administrator",
    base: "aurora",
    spec: [[KEY_ADMIN, `${KEY_ADMIN}, "arn:aws:iam::111122223333:role/SecondAdmin"`]],
  },
  {
    title: "key: tags",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: single-region\n    tags: { owner: someone }"]],
  },
  {
    title: "key: strategy multi-region",
    base: "aurora",
    spec: [["strategy: single-region", "strategy: multi-region"]],
  },
  {
    title: "key set renamed without saying so",
    base: "aurora",
    spec: [
      ["  storage:", "  vault:"],
      ["key: storage", "key: vault"],
    ],
  },
  {
    title: "key: a grant",
    base: "aurora",
    spec: [
      [
        "strategy: single-region",
        'strategy: single-region\n    grants:\n      - { name: backup, grantee: "arn:aws:iam::111122223333:role/Backup", operations: [Decrypt] }',
      ],
    ],
  },
  {
    title: "key: multi_region by hand",
    base: "aurora",
    hcl: [["multi_region            = false", "multi_region            = true"]],
  },
  {
    title: "key: spec by hand",
    base: "aurora",
    hcl: [
      [
        "  is_enabled              = true",
        '  customer_master_key_spec = "RSA_2048"\n  key_usage = "SIGN_VERIFY"\n  is_enabled              = true',
      ],
    ],
  },
  {
    title: "deployment: another tag for everything",
    base: "aurora",
    spec: [["environment: production", "environment: staging"]],
  },
  { title: "database: other instance class", base: "aurora", spec: [["db.r6g.large", "db.r6g.xlarge"]] },
  { title: "database: one instance more", base: "aurora", spec: [["count: 2", "count: 3"]] },
  { title: "database: one instance fewer", base: "aurora", spec: [["count: 2", "count: 1"]] },
  {
    title: "database: a Region fewer",
    base: "aurora",
    spec: [["      ap-southeast-2: { instances: { count: 1 } }\n", ""]],
  },
  { title: "database: engine version", base: "aurora", spec: [['"16.6"', '"16.8"']] },
  { title: "database: major engine version", base: "aurora", spec: [['"16.6"', '"17.4"']] },
  {
    title: "database: other database name",
    base: "aurora",
    spec: [["databaseName: ledger", "databaseName: books"]],
  },
  {
    title: "database: other identifier",
    base: "aurora",
    spec: [["topology: global-database", "topology: global-database\n    identifier: books"]],
  },
  {
    title: "database: other port",
    base: "aurora",
    spec: [["topology: global-database", "topology: global-database\n    port: 5433"]],
  },
  {
    title: "database: parameter",
    base: "aurora",
    spec: [
      ["topology: global-database", 'topology: global-database\n    parameters: { log_statement: "all" }'],
    ],
  },
  {
    title: "database: deletion protection off",
    base: "aurora",
    spec: [["topology: global-database", "topology: global-database\n    deletionProtection: false"]],
  },
  {
    title: "database: backups for longer",
    base: "aurora",
    spec: [["topology: global-database", "topology: global-database\n    backup: { retentionDays: 30 }"]],
  },
  {
    title: "database: logs for longer",
    base: "aurora",
    spec: [
      ["topology: global-database", "topology: global-database\n    monitoring: { logRetentionDays: 400 }"],
    ],
  },
  {
    title: "database: another master user",
    base: "aurora",
    spec: [["topology: global-database", "topology: global-database\n    masterUsername: boss"]],
  },
  { title: "database: another name", base: "aurora", spec: [["  ledger:", "  books:"]] },
  { title: "network: other subnets", base: "aurora", spec: [["subnet-0c11", "subnet-0e11"]] },
  {
    title: "network: other subnet group",
    base: "aurora",
    spec: [["subnetGroupName: private-databases", "subnetGroupName: other-databases"]],
  },
  { title: "network: other security group", base: "aurora", spec: [["sg-0d22", "sg-0e22"]] },
  { title: "instance: other class", base: "rds", spec: [["db.m6g.large", "db.m6g.2xlarge"]] },
  { title: "instance: more storage", base: "rds", spec: [["allocatedGiB: 200", "allocatedGiB: 400"]] },
  {
    title: "instance: no standby",
    base: "rds",
    spec: [["topology: read-replicas", "topology: read-replicas\n    multiAz: false"]],
  },
  { title: "instance: one replica more", base: "rds", spec: [["replicas: 1", "replicas: 2"]] },
  {
    title: "instance: other identifier",
    base: "rds",
    spec: [["topology: read-replicas", "topology: read-replicas\n    identifier: accounts"]],
  },
  {
    title: "instance: other database name",
    base: "rds",
    spec: [["databaseName: invoices", "databaseName: accounts"]],
  },
  {
    title: "instance: backups not replicated",
    base: "rds",
    spec: [["      replicateTo: [eu-north-1]\n", ""]],
  },
  { title: "instance: backups for shorter", base: "rds", spec: [["retentionDays: 30", "retentionDays: 7"]] },
  {
    title: "instance: encryption off by hand",
    base: "rds",
    hcl: [["storage_encrypted                     = true", "storage_encrypted = false"]],
  },
  {
    title: "instance: AWS's own key",
    base: "rds",
    hcl: [["  kms_key_id                            = aws_kms_key.storage_eu_west_1.arn\n", ""]],
  },
  {
    title: "multi-Region key: a Region fewer",
    base: "keys",
    spec: [["us-east-1, ap-northeast-1", "us-east-1"]],
  },
  {
    title: "multi-Region key: another primary Region",
    base: "keys",
    spec: [["primaryRegion: us-west-2", "primaryRegion: us-east-1"]],
  },
  {
    title: "multi-Region key: single-Region keys instead",
    base: "keys",
    spec: [["strategy: multi-region", "strategy: single-region"]],
  },
];
