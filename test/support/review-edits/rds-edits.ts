import type { EditedExample, ReviewEdit } from "./review-edit";

const TOPOLOGY = "topology: read-replicas";
const COPY = "      - { snapshot: before-migration, toRegion: eu-north-1 }\n";

const ofDatabase = (title: string, line: string): ReviewEdit => ({
  title,
  spec: [[TOPOLOGY, `${TOPOLOGY}\n    ${line}`]],
});

/** An instance with read replicas in its own and in another Region, and backups in a third. */
export const REPLICAS: EditedExample = {
  example: "rds-postgres-read-replicas",
  adapted: [["layout: layered", "layout: single"]],
  edits: [
    { title: "other class of the source", spec: [["db.m6g.large", "db.m6g.2xlarge"]] },
    { title: "more storage", spec: [["allocatedGiB: 200", "allocatedGiB: 400"]] },
    { title: "less storage than may have grown", spec: [["allocatedGiB: 200", "allocatedGiB: 100"]] },
    {
      title: "other storage type",
      spec: [["maxAllocatedGiB: 1000", "maxAllocatedGiB: 1000, type: io2, iops: 5000"]],
    },
    ofDatabase("no standby", "multiAz: false"),
    ofDatabase("other identifier", "identifier: accounts"),
    ofDatabase("other port", "port: 5433"),
    { title: "one read replica more", spec: [["replicas: 1", "replicas: 2"]] },
    { title: "no read replica in the primary Region", spec: [["replicas: 1", "replicas: 0"]] },
    {
      title: "a Region of read replicas fewer",
      spec: [
        [
          "      eu-central-1: { instances: { class: db.m6g.xlarge } }",
          "      eu-central-1: { replicas: 0 }",
        ],
      ],
    },
    { title: "other database name", spec: [["databaseName: invoices", "databaseName: accounts"]] },
    { title: "major engine version", spec: [['"16.6"', '"17.2"']] },
    { title: "backups not replicated", spec: [["      replicateTo: [eu-north-1]\n", ""]] },
    { title: "backups for shorter", spec: [["retentionDays: 30", "retentionDays: 7"]] },
    {
      title: "logs encrypted with the key of the storage",
      spec: [["    monitoring: { logKey: logs }\n", ""]],
    },
    { title: "snapshots shared with another account", spec: [["222233334444", "555566667777"]] },
    {
      title: "one more snapshot copied",
      spec: [[COPY, `${COPY}      - { snapshot: before-close, toRegion: eu-central-1 }\n`]],
    },
    { title: "a copied snapshot taken out", spec: [[`    snapshotCopies:\n${COPY}`, ""]] },
    {
      title: "the snapshot copied to another Region",
      spec: [[COPY, COPY.replace("eu-north-1", "eu-central-1")]],
    },
    { title: "renamed, and said so", spec: [["  invoices:\n", "  bills:\n    renamedFrom: invoices\n"]] },
    {
      title: "encryption off, by hand",
      hcl: [["storage_encrypted                     = true", "storage_encrypted = false"]],
    },
    {
      title: "AWS's own key for the source, by hand",
      hcl: [["  kms_key_id                            = aws_kms_key.storage_eu_west_1.arn\n", ""]],
    },
    {
      title: "AWS's own key for the replica elsewhere, by hand",
      hcl: [["  kms_key_id                            = aws_kms_key.storage_eu_central_1.arn\n", ""]],
    },
    {
      title: "the replica elsewhere promoted, by hand",
      hcl: [["  replicate_source_db                   = aws_db_instance.invoices_eu_west_1.arn\n", ""]],
    },
    {
      title: "reachable from the internet, by hand",
      hcl: [
        ["publicly_accessible                   = false", "publicly_accessible                   = true"],
      ],
    },
  ],
};

const SQL_SERVER = `  crm:
    engine: sqlserver-se
    engineVersion: "16.00.4165.4.v1"
    topology: single-region
    key: storage
    secretKey: secrets
    timeZone: GMT Standard Time
    instances: { class: db.r6i.large }
    storage: { allocatedGiB: 200, throughput: 250 }
`;

/** Engines with licences. */
export const LICENSED: EditedExample = {
  example: "rds-oracle-and-sqlserver",
  adapted: [["layout: regional", "layout: single"]],
  edits: [
    { title: "Oracle: other character set", spec: [["AL32UTF8", "UTF8"]] },
    {
      title: "Oracle: read replicas that can be read",
      spec: [["replicaMode: mounted", "replicaMode: open-read-only"]],
    },
    { title: "SQL Server: other time zone", spec: [["GMT Standard Time", "UTC"]] },
    { title: "SQL Server: another key for the master secret", spec: [["    secretKey: secrets\n", ""]] },
    { title: "SQL Server: more throughput", spec: [["throughput: 250", "throughput: 500"]] },
    { title: "SQL Server: taken out", spec: [[SQL_SERVER, ""]] },
  ],
};
