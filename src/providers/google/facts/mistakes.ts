import { emitted, omitted, reported, tested, type ProviderFact } from "../../common/facts/fact";
import { ALLOYDB, ISSUES, KMS, PROVIDER, SQL } from "./sources";

const LEDGER = "out/payments/ledger.tf";
const SOURCE = "google_sql_database_instance.ledger_us_central1";
const NEAR = "google_sql_database_instance.ledger_us_central1_replica_1";
const FAR = "google_sql_database_instance.ledger_europe_west4_replica_1";
const KEYS = "out/payments/keys.tf";
const STORAGE = "google_kms_crypto_key.storage_us_central1";
const CATALOG = "out/shop/catalog.tf";
const CMEK = `${SQL}/postgres/cmek`;

/** The mistakes that people make most. */
export const mistakeFacts: readonly ProviderFact[] = [
  {
    section: "6.1",
    fact: "A multi-region or global key cannot encrypt Cloud SQL or AlloyDB: their keys are of their own Region.",
    sources: [CMEK],
    answers: [
      reported("keys/location-for-database"),
      emitted(LEDGER, "encryption_key_name = google_kms_crypto_key.storage_us_central1.id", SOURCE),
      emitted(LEDGER, "encryption_key_name = google_kms_crypto_key.storage_europe_west4.id", FAR),
    ],
  },
  {
    section: "6.2",
    fact: "A service agent without its grant, or a database that does not wait for it, fails the first apply.",
    sources: [`${ISSUES}/21931`],
    answers: [
      emitted(
        LEDGER,
        "depends_on = [google_kms_crypto_key_iam_member.storage_us_central1_cloud_sql_agent]",
        SOURCE,
      ),
    ],
  },
  {
    section: "6.3",
    fact: "A cross-Region replica of an encrypted source needs a key of its own Region.",
    sources: ["https://github.com/terraform-google-modules/terraform-google-sql-db/issues/249"],
    answers: [reported("databases/key-missing-in-region.google")],
  },
  {
    section: "6.4",
    fact: "A replica beside its source has the source's key; naming one replaces it again and again.",
    sources: [`${ISSUES}/11269`, `${ISSUES}/11270`],
    answers: [omitted(LEDGER, "encryption_key_name =", NEAR), emitted(LEDGER, "encryption_key_name,", NEAR)],
  },
  {
    section: "6.5",
    fact: "The key of a database never changes: another one is another database.",
    sources: [CMEK],
    answers: [
      emitted(LEDGER, "prevent_destroy = true", SOURCE),
      tested(
        "`keyspan diff` names the commands that move the data",
        "test/unit/review/google.test.ts",
        "a replacement comes with the commands that move the data",
      ),
    ],
  },
  {
    section: "6.6",
    fact: "Destroying a key to start over loses the data, and the name stays taken.",
    sources: [`${ISSUES}/1214`, `${ISSUES}/7067`],
    answers: [emitted(KEYS, "prevent_destroy = true", STORAGE)],
  },
  {
    section: "6.7",
    fact: "Keys that rotate later than after 90 days, or never, fail the benchmarks.",
    sources: [`${KMS}/key-rotation`],
    answers: [
      reported("keys/rotation-beyond-benchmark"),
      reported("keys/rotation-beyond-benchmark.never"),
      emitted(KEYS, 'rotation_period = "7776000s"', STORAGE),
    ],
  },
  {
    section: "6.8",
    fact: "Whoever manages a key must not use it, and nobody is everyone.",
    sources: [`${KMS}/separation-of-duties`],
    answers: [reported("keys/duties-not-separated"), reported("keys/principal-everyone.google")],
  },
  {
    section: "6.9",
    fact: "A machine of the other edition is refused when the instance is created.",
    sources: [`${PROVIDER}/resources/sql_database_instance`],
    answers: [reported("databases/edition-mismatch"), reported("databases/edition-mismatch.member")],
  },
  {
    section: "6.10",
    fact: "A secondary cluster can only be deleted with its instance, and waits for the primary instance.",
    sources: [`${PROVIDER}/resources/alloydb_cluster`],
    answers: [
      emitted(CATALOG, 'deletion_policy = "FORCE"', "google_alloydb_cluster.catalog_us_west1"),
      emitted(
        CATALOG,
        "google_alloydb_instance.catalog_us_east1,",
        "google_alloydb_cluster.catalog_us_west1",
      ),
      emitted(
        CATALOG,
        "instance_type = google_alloydb_cluster.catalog_us_west1.cluster_type",
        "google_alloydb_instance.catalog_us_west1",
      ),
    ],
  },
  {
    section: "6.11",
    fact: "After a switchover outside Terraform, the next apply would replace an instance or fork a cluster.",
    sources: [`${ALLOYDB}/cross-region-replication/work-with-cross-region-replication`],
    answers: [
      emitted(LEDGER, "master_instance_name,", SOURCE),
      emitted(LEDGER, "master_instance_name,", FAR),
      emitted(
        CATALOG,
        "ignore_changes = [cluster_type, secondary_config]",
        "google_alloydb_cluster.catalog_us_east1",
      ),
    ],
  },
  {
    section: "6.12",
    fact: "An instance has a public address unless it is refused, two deletion protections, and labels of one charset.",
    sources: [`${PROVIDER}/resources/sql_database_instance`],
    answers: [
      emitted(LEDGER, "ipv4_enabled = false", SOURCE),
      emitted(LEDGER, "deletion_protection = true", SOURCE),
      emitted(LEDGER, "deletion_protection_enabled = true", SOURCE),
      reported("tags/label-form"),
    ],
  },
];
