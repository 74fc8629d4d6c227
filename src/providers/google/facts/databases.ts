import { emitted, omitted, reported, type ProviderFact } from "../../common/facts/fact";
import { ALLOYDB, ISSUES, PROVIDER, SQL } from "./sources";

const LEDGER = "out/payments/ledger.tf";
const SOURCE = "google_sql_database_instance.ledger_us_central1";
const REPLICA = "google_sql_database_instance.ledger_europe_west4_replica_1";
const CATALOG = "out/shop/catalog.tf";
const SECONDARY = "google_alloydb_cluster.catalog_us_west1";
const INSTANCE = `${PROVIDER}/resources/sql_database_instance`;
const CLUSTER = `${PROVIDER}/resources/alloydb_cluster`;

/** Databases of Cloud SQL and AlloyDB. */
export const databaseFacts: readonly ProviderFact[] = [
  {
    section: "3",
    fact: "Edition and machine belong together, and PostgreSQL 16 has Enterprise Plus where nothing is said.",
    sources: [INSTANCE],
    answers: [
      reported("databases/edition-mismatch"),
      emitted(LEDGER, 'edition = "ENTERPRISE_PLUS"', SOURCE),
      emitted("out/accounting/archive.tf", 'edition = "ENTERPRISE"'),
    ],
  },
  {
    section: "3",
    fact: "A machine is of a series, which says which engines it runs, on which disks, and in which sizes.",
    sources: [`${SQL}/postgres/machine-series-overview`, `${SQL}/sqlserver/machine-series-overview`],
    answers: [
      reported("databases/machine-not-for-engine"),
      reported("databases/machine-not-for-engine.sqlserver"),
      reported("databases/machine-size"),
      reported("databases/machine-disk"),
      reported("databases/storage-combination.sqlserver-hdd"),
    ],
  },
  {
    section: "3",
    fact: "Enterprise Plus has PostgreSQL from 12, MySQL from 8.0.31, and SQL Server in its Enterprise edition only.",
    sources: [`${SQL}/mysql/instance-settings`, `${SQL}/sqlserver/instance-settings`],
    answers: [
      reported("databases/edition-not-for-engine"),
      reported("databases/edition-not-for-engine.sqlserver"),
    ],
  },
  {
    section: "3",
    fact: "The replica that takes over in a disaster needs Enterprise Plus, another Region and the same version; it is sent by an update only.",
    sources: [`${SQL}/postgres/use-advanced-disaster-recovery`],
    answers: [
      reported("databases/dr-replica"),
      reported("databases/dr-replica.same-region"),
      reported("databases/dr-replica.version"),
      emitted(
        LEDGER,
        'failover_dr_replica_name = "acme-payments:payments-ledger-europe-west4-replica-1"',
        SOURCE,
      ),
      emitted("out/payments/README.md", "### A second apply for disaster recovery"),
    ],
  },
  {
    section: "3",
    fact: "A replica of PostgreSQL stops when it has room for less than its source.",
    sources: ["https://www.postgresql.org/docs/current/hot-standby.html"],
    answers: [reported("databases/replica-flag")],
  },
  {
    section: "3",
    fact: "MySQL recovers by its binary log, the others by their write-ahead log: the wrong one is refused when planning.",
    sources: [INSTANCE],
    answers: [
      emitted("out/shipping/shipping-databases/parcels.tf", "binary_log_enabled = true"),
      omitted(
        "out/shipping/shipping-databases/parcels.tf",
        "point_in_time_recovery_enabled",
        "google_sql_database_instance.parcels_us_east4",
      ),
      emitted(LEDGER, "point_in_time_recovery_enabled = true", SOURCE),
    ],
  },
  {
    section: "3",
    fact: "A replica has no backups of its own, and takes disk growth, collation and time zone over from its source.",
    sources: [INSTANCE, `${SQL}/postgres/instance-settings`],
    answers: [
      omitted(LEDGER, "backup_configuration", REPLICA),
      omitted(LEDGER, "disk_autoresize =", REPLICA),
      emitted(LEDGER, "settings[0].disk_autoresize_limit,", REPLICA),
      emitted(
        "out/accounting/books.tf",
        "settings[0].collation,",
        "google_sql_database_instance.books_europe_west1_replica_1",
      ),
    ],
  },
  {
    section: "3",
    fact: "SQL Server asks for a password of its administrator; a read replica takes none.",
    sources: [INSTANCE],
    answers: [
      emitted("out/accounting/books.tf", "root_password_wo = var.books_root_password"),
      omitted(
        "out/accounting/books.tf",
        "root_password_wo",
        "google_sql_database_instance.books_europe_west1_replica_1",
      ),
    ],
  },
  {
    section: "4",
    fact: "One primary cluster has up to five secondary clusters in other Regions.",
    sources: [`${ALLOYDB}/cross-region-replication/about-cross-region-replication`],
    answers: [reported("databases/too-many-regions.google")],
  },
  {
    section: "4",
    fact: "Clusters and their instances have ids of at most 63 characters.",
    sources: [`${ALLOYDB}/reference/rest/v1/projects.locations.clusters.instances`],
    answers: [reported("databases/identifier-too-long.alloydb")],
  },
  {
    section: "4",
    fact: "Storage, continuous and automated backups each name a key; a change of the primary cluster reaches no other.",
    sources: [CLUSTER, `${ALLOYDB}/cmek`],
    answers: [
      emitted(CATALOG, "kms_key_name = google_kms_crypto_key.storage_us_west1.id", SECONDARY),
      omitted(CATALOG, "storage_us_east1", SECONDARY),
      emitted(CATALOG, "continuous_backup_config {", SECONDARY),
      emitted(CATALOG, "automated_backup_policy {", SECONDARY),
    ],
  },
  {
    section: "4",
    fact: "Backups and maintenance begin on the hour.",
    sources: [CLUSTER],
    answers: [reported("databases/window-hours.alloydb"), emitted(CATALOG, "hours = 2", SECONDARY)],
  },
  {
    section: "4",
    fact: "Without a first user, the role postgres has no password; a secondary cluster has no first user.",
    sources: [CLUSTER],
    answers: [
      omitted(CATALOG, "initial_user", "google_alloydb_cluster.catalog_us_east1"),
      emitted("out/reports/facts.tf", "password_wo = var.facts_master_password"),
      omitted("out/reports/facts.tf", "initial_user", "google_alloydb_cluster.facts_europe_north1"),
    ],
  },
  {
    section: "5",
    fact: "Write-only passwords of clusters are of version 7.20 of the provider; version 8 is not out.",
    sources: [`${ISSUES}?q=password_wo`, "https://github.com/hashicorp/terraform-provider-google/releases"],
    answers: [
      reported("provider/version-too-old"),
      emitted("out/payments/terraform.tf", 'version = ">= 7.20.0, < 8.0.0"'),
    ],
  },
];
