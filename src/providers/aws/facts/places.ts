import { emitted, omitted, reported, type ProviderFact } from "../../common/facts/fact";
import { AURORA, KMS_API, PROVIDER, RDS_API } from "./sources";

const ENCRYPTION = `${AURORA}/Overview.Encryption.html`;

/** What is new, partitions and Regions, and versions of the provider. */
export const placeFacts: readonly ProviderFact[] = [
  {
    section: "0",
    fact: "Aurora encrypts every new cluster: where nothing is said, with a key that AWS owns and that nobody can name.",
    sources: [ENCRYPTION],
    answers: [
      omitted("out/fapiao/sessions.tf", "storage_encrypted", "aws_rds_cluster.sessions_cn_north_1"),
      omitted("out/fapiao/sessions.tf", "kms_key_id", "aws_rds_cluster.sessions_cn_north_1"),
      emitted("out/orders/ledger.tf", "storage_encrypted = true", "aws_rds_cluster.ledger_us_east_1"),
      reported("databases/owned-key"),
      reported("databases/owned-key.instance"),
    ],
  },
  {
    section: "0",
    fact: "RDS instances are not encrypted unless they ask for it.",
    sources: [`${RDS_API}/API_CreateDBInstance.html`],
    answers: [
      emitted("out/fapiao/receipts.tf", "storage_encrypted = true", "aws_db_instance.receipts_cn_north_1"),
    ],
  },
  {
    section: "0",
    fact: "A global database has a primary Region and one to ten others.",
    sources: [`${AURORA}/aurora-global-database.configuration.requirements.html`],
    answers: [reported("databases/too-many-regions"), reported("databases/too-few-regions")],
  },
  {
    section: "0",
    fact: "AWS does not manage the master password of a global database or of a source with replicas, SQL Server's aside.",
    sources: [`${AURORA}/rds-secrets-manager.html`],
    answers: [
      reported("databases/managed-password"),
      emitted("out/orders/ledger.tf", "master_password_wo", "aws_rds_cluster.ledger_us_east_1"),
      emitted("out/orders/variables.tf", "ephemeral = true"),
    ],
  },
  {
    section: "7",
    fact: "Regions belong to partitions, each with its own ARNs and DNS suffix. Neither keys nor databases cross them.",
    sources: [
      "https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html",
    ],
    answers: [
      reported("regions/mixed-partitions"),
      reported("keys/principal-partition"),
      reported("provider/partition"),
      reported("databases/snapshot-partition"),
      emitted("out/permits/keys.tf", "arn:aws-us-gov:iam::", "aws_kms_key.storage_us_gov_west_1"),
      emitted("out/fapiao/monitoring.tf", "arn:aws-cn:iam::aws:policy/"),
    ],
  },
  {
    section: "7",
    fact: "In GovCloud a copied snapshot and replicated backups need a URL signed for the source Region, which the provider does not make for them.",
    sources: [
      `${RDS_API}/API_CopyDBSnapshot.html`,
      `${RDS_API}/API_StartDBInstanceAutomatedBackupsReplication.html`,
    ],
    answers: [
      reported("databases/support-unverified.presigned-url", "copying a snapshot"),
      reported("databases/support-unverified.presigned-url", "replicating backups"),
    ],
  },
  {
    section: "7",
    fact: "Other names than those of Regions are no Regions, and some Regions must be enabled first.",
    sources: ["https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html"],
    answers: [
      reported("regions/unknown"),
      reported("regions/unknown.availability-zone"),
      reported("regions/opt-in"),
    ],
  },
  {
    section: "8",
    fact: "From version 6 on the provider takes a `region` on every resource; before, each Region is a provider block.",
    sources: [`${PROVIDER}/guides/enhanced-region-support`],
    answers: [
      reported("provider/version-admits-5"),
      reported("provider/version-unsupported"),
      emitted("out/identity/keys.tf", 'region = "us-east-1"', "aws_kms_replica_key.tokens_us_east_1"),
      emitted("out/orders/keys.tf", "provider = aws.eu_west_1", "aws_kms_key.storage_eu_west_1"),
    ],
  },
  {
    section: "8",
    fact: "Terraform and the provider refuse Regions that are newer than they are, unless they are told not to; ARNs of the European Sovereign Cloud the provider takes from 6.16 on.",
    sources: [
      "https://developer.hashicorp.com/terraform/language/backend/s3#skip_region_validation",
      "https://github.com/hashicorp/terraform-provider-aws/pull/44573",
    ],
    answers: [
      reported("provider/version-admits-5.sovereign"),
      emitted(
        "test/scenarios/accepted/new-regions/frontier/frontier-databases/providers.tf",
        "skip_region_validation = true",
      ),
      emitted(
        "test/scenarios/accepted/new-regions/frontier/frontier-databases/terraform.tf",
        "skip_region_validation = true",
      ),
      emitted(
        "test/scenarios/accepted/new-regions/frontier/frontier-databases/main.tf",
        "skip_region_validation = true",
      ),
    ],
  },
  {
    section: "8",
    fact: "Write-only arguments need Terraform 1.11.",
    sources: ["https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only"],
    answers: [reported("terraform/version-too-old")],
  },
  {
    section: "9",
    fact: "Ciphertext that clients make travels between Regions only under multi-Region keys.",
    sources: [`${KMS_API}/API_Decrypt.html`],
    answers: [reported("keys/single-region-for-portable-ciphertext")],
  },
  {
    section: "9",
    fact: "Nobody but AWS's services uses a key that AWS keeps.",
    sources: ["https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk"],
    answers: [reported("keys/purpose-not-for-strategy"), reported("keys/field-not-applicable.policy")],
  },
];
