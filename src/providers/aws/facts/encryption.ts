import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { AURORA, BLOG, ISSUES, KMS, RDS, RDS_API } from "./sources";

const REVIEW = "test/unit/review/review.test.ts";
const LEDGER = "out/orders/ledger.tf";
const SECONDARY = "aws_rds_cluster.ledger_eu_west_1";
const INVOICES = "out/billing/billing-databases/invoices.tf";
const SAME_REGION = "aws_db_instance.invoices_eu_west_1_replica_1";

/** Price of keys, and how databases are encrypted with them. */
export const encryptionFacts: readonly ProviderFact[] = [
  {
    section: "3",
    fact: "Every key costs the same, a primary key, a replica key or an independent one; the first two rotations of each add as much again.",
    sources: ["https://aws.amazon.com/kms/pricing/", BLOG],
    answers: [
      emitted("out/vault/README.md", "| `documents` | 3 | 3.00 | 6.00 | 9.00 |"),
      reported("keys/multi-region-without-client-side-use"),
    ],
  },
  {
    section: "3",
    fact: "A key rotates on demand 25 times, and has 50 aliases.",
    sources: [`${KMS}/resource-limits.html`],
    answers: [
      emitted("out/vault/README.md", "at most 25 times in the life of a key"),
      reported("keys/too-many-aliases"),
    ],
  },
  {
    section: "4",
    fact: "Encryption and its key are fixed when a database is created: another key means another database.",
    sources: [`${RDS}/Overview.Encryption.html`],
    answers: [
      tested(
        "`keyspan diff` names the replacement, and the steps that lose nothing",
        REVIEW,
        "what cannot be changed in place comes with the steps that lose nothing",
      ),
      emitted(LEDGER, "prevent_destroy = true", SECONDARY),
      emitted("out/orders/README.md", "### Moving to another key"),
    ],
  },
  {
    section: "4",
    fact: "A key without `storage_encrypted` encrypts nothing, and the provider does not mind.",
    sources: [`${RDS_API}/API_CreateDBCluster.html`],
    answers: [
      emitted(LEDGER, "storage_encrypted = true", SECONDARY),
      emitted(INVOICES, "storage_encrypted = true", "aws_db_instance.invoices_eu_west_1"),
    ],
  },
  {
    section: "4",
    fact: "A database names its key by the key's ARN. The ARN of an alias is taken, and replaces the database at the next plan.",
    sources: [`${ISSUES}/38780`],
    answers: [
      reported("keys/existing-alias"),
      reported("keys/existing-alias.name"),
      reported("keys/existing-malformed"),
      reported("databases/unknown-key.arn"),
    ],
  },
  {
    section: "4",
    fact: "A database, a secondary cluster, a replica, a copied snapshot or a replicated backup has a key of its own Region and partition.",
    sources: [`${RDS}/Overview.Encryption.html`, `${RDS_API}/API_CopyDBSnapshot.html`],
    answers: [
      reported("keys/existing-wrong-region"),
      reported("keys/existing-wrong-partition"),
      reported("databases/key-missing-in-region"),
      reported("databases/key-missing-in-region.existing"),
      emitted(LEDGER, "kms_key_id = aws_kms_key.storage_eu_west_1.arn", SECONDARY),
      emitted(
        INVOICES,
        "outputs.kms_key_storage_eu_north_1_arn",
        "aws_db_instance_automated_backups_replication.invoices_eu_north_1",
      ),
    ],
  },
  {
    section: "4",
    fact: "A replica in its source's Region has its source's key, which must not be named.",
    sources: [`${RDS_API}/API_CreateDBInstanceReadReplica.html`],
    answers: [omitted(INVOICES, " kms_key_id", SAME_REGION)],
  },
  {
    section: "4",
    fact: "A replica in another Region of an encrypted source is encrypted and must name its key.",
    sources: [`${RDS_API}/API_CreateDBInstanceReadReplica.html`],
    answers: [
      emitted(
        INVOICES,
        "outputs.kms_key_storage_eu_central_1_arn",
        "aws_db_instance.invoices_eu_central_1_replica_1",
      ),
      reported("keys/existing-region-missing"),
    ],
  },
  {
    section: "4",
    fact: "The instances of a cluster have the cluster's key.",
    sources: [`${AURORA}/Overview.Encryption.html`],
    answers: [omitted(LEDGER, " kms_key_id", "aws_rds_cluster_instance.ledger_us_east_1_1")],
  },
  {
    section: "4",
    fact: "SQL Server Express and the classes db.m1, db.m2, db.t1 and db.t2.micro cannot be encrypted.",
    sources: [`${RDS}/Overview.Encryption.html`],
    answers: [reported("databases/engine-refused"), reported("databases/instance-class-unencrypted")],
  },
  {
    section: "4",
    fact: "A database whose key is disabled can be recovered for seven days; then only a backup helps.",
    sources: [`${RDS}/Overview.Encryption.html`],
    answers: [
      reported("keys/disabled-in-use"),
      reported("keys/disabled-in-use.override"),
      reported("databases/no-backups"),
      emitted("out/orders/README.md", "### Before a key is disabled or deleted"),
    ],
  },
  {
    section: "4",
    fact: "A snapshot is copied to another Region under a key of that Region.",
    sources: [`${RDS_API}/API_CopyDBSnapshot.html`, `${RDS_API}/API_CopyDBClusterSnapshot.html`],
    answers: [
      emitted(
        "out/billing/billing-databases/invoices.tf",
        "outputs.kms_key_storage_eu_north_1_arn",
        "aws_db_snapshot_copy.invoices_eu_north_1_before_migration",
      ),
      reported("databases/snapshot-kind"),
      reported("databases/snapshot-kind.cluster"),
      reported("databases/snapshot-partition"),
    ],
  },
  {
    section: "4",
    fact: "Snapshots under a key of AWS's own cannot be shared.",
    sources: [`${RDS}/share-encrypted-snapshot.html`],
    answers: [
      reported("databases/sharing-with-provider-key"),
      reported("databases/sharing-with-provider-key.owned"),
    ],
  },
  {
    section: "4",
    fact: "`alias/aws/rds` comes into being with its first use in a Region. Where a database is created, naming no key means it; a secondary cluster or replica must name it.",
    sources: ["https://github.com/cloudposse/terraform-aws-rds-cluster/issues/107"],
    answers: [
      reported("keys/aws-managed-first-use"),
      omitted("out/fapiao/receipts.tf", " kms_key_id", "aws_db_instance.receipts_cn_north_1"),
      emitted(
        "out/fapiao/receipts.tf",
        "kms_key_id = data.aws_kms_key.rds_cn_northwest_1.arn",
        "aws_db_instance.receipts_cn_northwest_1_replica_1",
      ),
    ],
  },
  {
    section: "4",
    fact: "The key of Performance Insights cannot be changed once it is on.",
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
    answers: [
      emitted(
        LEDGER,
        "performance_insights_kms_key_id = aws_kms_key.storage_us_east_1.arn",
        "aws_rds_cluster_instance.ledger_us_east_1_1",
      ),
    ],
  },
  {
    section: "4",
    fact: "The secret of a managed master password has a key of its own, AWS's where none is named.",
    sources: [`${AURORA}/rds-secrets-manager.html`],
    answers: [
      reported("databases/key-purpose"),
      reported("databases/field-not-applicable.secret-key"),
      emitted(
        "test/scenarios/accepted/service-keys/orders/ledger.tf",
        "master_user_secret_kms_key_id = aws_kms_key.secrets_us_east_1.arn",
      ),
    ],
  },
  {
    section: "4",
    fact: "Automated backups are replicated by RDS engines, between some pairs of Regions, from a source that keeps backups.",
    sources: [`${RDS}/USER_ReplicateBackups.html`],
    answers: [
      reported("databases/field-not-applicable.replicate-to"),
      reported("databases/replication-without-backups"),
      reported("databases/support-unverified.backup-pair"),
    ],
  },
  {
    section: "4",
    fact: "RDS keeps backups for 0 to 35 days, Aurora for 1 to 35; Performance Insights keeps 7 or 731 days or a multiple of 31.",
    sources: [`${RDS_API}/API_CreateDBInstance.html`, `${RDS_API}/API_CreateDBCluster.html`],
    answers: [reported("databases/out-of-range"), reported("databases/not-a-choice.insights")],
  },
  {
    section: "4",
    fact: "RDS and Aurora treat multi-Region keys as keys of one Region.",
    sources: [BLOG, `${KMS}/multi-region-keys-overview.html`],
    answers: [reported("keys/multi-region-without-client-side-use")],
  },
];
