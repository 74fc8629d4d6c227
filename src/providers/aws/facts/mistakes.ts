import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { AURORA, ISSUES, KMS, PROVIDER, RDS, RDS_API } from "./sources";

const REVIEW = "test/unit/review/review.test.ts";
const LEDGER = "out/orders/ledger.tf";
const PRIMARY = "aws_rds_cluster.ledger_us_east_1";
const SECONDARY = "aws_rds_cluster.ledger_eu_west_1";
const TOKENS = "out/checkout/keys.tf";
const REPLICA = "aws_kms_replica_key.tokens_eu_west_1";
const INVOICES = "out/billing/billing-databases/invoices.tf";

/** Mistakes that people keep making, in the order of their numbers. */
export const mistakeFacts: readonly ProviderFact[] = [
  mistake(1, "An alias where a key is meant: the database is replaced at the next plan.", `${ISSUES}/38780`, [
    reported("keys/existing-alias"),
    reported("keys/existing-alias.name"),
    reported("keys/existing-malformed"),
  ]),
  mistake(2, "The primary Region's key on a secondary cluster or replica.", `${ISSUES}/630`, [
    reported("keys/existing-wrong-region"),
    reported("keys/existing-wrong-region.ids"),
    emitted(LEDGER, "kms_key_id = aws_kms_key.storage_eu_west_1.arn", SECONDARY),
  ]),
  mistake(
    3,
    "A replica in another Region without a key.",
    "https://github.com/terraform-aws-modules/terraform-aws-rds/issues/428",
    [
      reported("keys/existing-region-missing"),
      reported("keys/existing-region-missing.in-use"),
      reported("databases/key-missing-in-region"),
      emitted(INVOICES, " kms_key_id", "aws_db_instance.invoices_eu_central_1_replica_1"),
    ],
  ),
  mistake(
    4,
    "An encrypted secondary cluster without its source's Region or without a key.",
    `${ISSUES}/13715`,
    [
      reported("databases/key-missing-in-region.existing"),
      emitted(LEDGER, 'source_region = "us-east-1"', SECONDARY),
      emitted(LEDGER, " kms_key_id", SECONDARY),
    ],
  ),
  mistake(
    5,
    "Credentials or a database name on a secondary cluster.",
    "https://github.com/cloudposse/terraform-aws-rds-cluster/issues/89",
    [
      reported("spec/misplaced-field"),
      omitted(LEDGER, "master_username", SECONDARY),
      omitted(LEDGER, "database_name", SECONDARY),
    ],
  ),
  mistake(6, "A managed master password on a global database or a source of replicas.", `${ISSUES}/40188`, [
    reported("databases/managed-password"),
    omitted(LEDGER, "manage_master_user_password", PRIMARY),
    omitted(INVOICES, "manage_master_user_password", "aws_db_instance.invoices_eu_west_1"),
  ]),
  mistake(
    7,
    "Members that do not ignore their engine version: an inconsistent plan at the next upgrade.",
    `${ISSUES}/21879`,
    [
      emitted(LEDGER, "ignore_changes = [engine_version,", PRIMARY),
      emitted(LEDGER, "ignore_changes = [engine_version,", SECONDARY),
    ],
  ),
  mistake(
    8,
    "What AWS says of replication, not ignored: the next apply detaches or promotes a cluster.",
    `${ISSUES}/42919`,
    [
      emitted(LEDGER, "replication_source_identifier", PRIMARY),
      emitted(LEDGER, "replication_source_identifier", SECONDARY),
      reported("spec/unknown-field.not-in-the-language", "replicationSourceIdentifier"),
    ],
  ),
  mistake(
    9,
    "The primary cluster destroyed before the secondary ones, or its last instance first.",
    `${ISSUES}/26236`,
    [
      emitted(LEDGER, "aws_rds_cluster_instance.ledger_us_east_1_2,", SECONDARY),
      reported("databases/primary-without-instance"),
      reported("databases/headless-primary"),
    ],
  ),
  mistake(
    10,
    "An existing cluster given a global cluster, which is a circle; a global cluster is built around it instead.",
    `${PROVIDER}/resources/rds_global_cluster`,
    [
      emitted("out/catalog/products.tf", "source_db_cluster_identifier", "aws_rds_global_cluster.products"),
      reported("databases/field-not-applicable.adopted"),
    ],
  ),
  mistake(11, "Encryption switched on, or a key changed, in place.", `${RDS}/Overview.Encryption.html`, [
    tested(
      "`keyspan diff` names the replacement, and the steps that lose nothing",
      REVIEW,
      "what cannot be changed in place comes with the steps that lose nothing",
    ),
    emitted(LEDGER, "prevent_destroy = true", PRIMARY),
    emitted("out/orders/README.md", "### Moving to another key"),
  ]),
  mistake(
    12,
    "Policy, tags and aliases expected to follow the primary key.",
    `${KMS}/multi-region-keys-replicate.html`,
    [
      emitted(TOKENS, "policy = jsonencode({", REPLICA),
      emitted(TOKENS, 'name = "alias/checkout/tokens"', "aws_kms_alias.tokens_eu_west_1"),
    ],
  ),
  mistake(13, "Rotation on replica, asymmetric, HMAC or imported keys.", `${KMS}/rotate-keys.html`, [
    reported("keys/rotation-not-possible"),
    reported("keys/rotation-not-possible.external"),
    reported("spec/misplaced-field.rotation"),
    omitted(TOKENS, "rotation", REPLICA),
  ]),
  mistake(
    14,
    "Replication without `kms:ReplicateKey` or without the service-linked role.",
    "https://github.com/terraform-aws-modules/terraform-aws-kms/issues/22",
    [
      emitted(TOKENS, 'Sid = "ReplicateKey"', "aws_kms_key.tokens_eu_central_1"),
      emitted("out/checkout/deployer-policy.json", '"kms:ReplicateKey"'),
      emitted("out/checkout/deployer-policy.json", '"iam:CreateServiceLinkedRole"'),
    ],
  ),
  mistake(15, "A policy that locks its owners out, or names who is not there.", `${ISSUES}/22947`, [
    reported("keys/policy-lockout"),
    reported("keys/policy-lockout.denied"),
    reported("keys/principal-session"),
    reported("keys/principal-malformed"),
  ]),
  mistake(
    16,
    "Nobody who creates databases may use the key for them.",
    `${RDS}/Overview.Encryption.Keys.html`,
    [
      reported("keys/no-database-operator"),
      reported("databases/key-purpose"),
      emitted("out/orders/keys.tf", 'Sid = "UseViaRds"'),
    ],
  ),
  mistake(
    17,
    "`kms:ViaService` of another Region.",
    `${KMS}/conditions-kms.html#conditions-kms-via-service`,
    [
      reported("keys/statement-via-service-region"),
      reported("keys/statement-via-service-region.override"),
      emitted("out/orders/keys.tf", "rds.eu-west-1.amazonaws.com", "aws_kms_key.storage_eu_west_1"),
    ],
  ),
  mistake(
    18,
    "Snapshots shared that are under a key of AWS's own, or that key looked up before its first use.",
    `${RDS}/share-encrypted-snapshot.html`,
    [
      reported("databases/sharing-with-provider-key"),
      reported("databases/sharing-with-provider-key.owned"),
      reported("keys/aws-managed-first-use"),
    ],
  ),
  mistake(19, "A replica key that times out, then exists already.", `${ISSUES}/49915`, [
    emitted("out/checkout/README.md", "terraform untaint aws_kms_replica_key.tokens_eu_west_1"),
    emitted(TOKENS, "deletion_window_in_days = 30", REPLICA),
  ]),
  mistake(
    20,
    "Burstable classes, too many or unsuited Regions, identifiers twice or too long, a source without backups.",
    `${AURORA}/aurora-global-database.configuration.requirements.html`,
    [
      reported("databases/instance-class-burstable"),
      reported("databases/too-many-regions"),
      reported("databases/region-without-topology"),
      reported("databases/identifier-clash"),
      reported("databases/identifier-too-long"),
      reported("databases/source-without-backups"),
      reported("databases/out-of-range"),
    ],
  ),
  mistake(
    "and",
    "Keys disabled under a running database, databases without a final snapshot.",
    `${RDS_API}/API_DeleteDBCluster.html`,
    [
      reported("keys/disabled-in-use"),
      reported("databases/no-final-snapshot"),
      emitted(LEDGER, "deletion_protection = true", PRIMARY),
    ],
  ),
];

function mistake(
  number: number | "and",
  fact: string,
  source: string,
  answers: ProviderFact["answers"],
): ProviderFact {
  return { section: number === "and" ? "10" : `10.${number}`, fact, sources: [source], answers };
}
