import { ALLOYDB } from "../../support/google-modules";
import { expectReview, one } from "../../support/review-cases";

const CATALOG = "google_alloydb_cluster.catalog";
const WRITER = "google_alloydb_instance.catalog";

const CASES = [
  one(
    "a major version of a global database",
    ALLOYDB,
    ['database_version = "POSTGRES_16"', 'database_version = "POSTGRES_17"'],
    [CATALOG, "update"],
    ["global-upgrade", "engine-upgrade"],
  ),
  one(
    "a cluster without its key",
    ALLOYDB,
    ["  encryption_config {\n    kms_key_name = google_kms_crypto_key.storage.id\n  }\n", ""],
    [CATALOG, "replace"],
    ["database-lost", "last-copy-in-region", "deletion-protection", "key-fixed"],
  ),
  one(
    "no continuous backup",
    ALLOYDB,
    ["    recovery_window_days = 14", "    enabled              = false\n    recovery_window_days = 7"],
    [CATALOG, "update"],
    ["backups-shortened", "backups-shortened"],
  ),
  one(
    "a promoted cluster",
    ALLOYDB,
    ['"SECONDARY"', '"PRIMARY"'],
    ["google_alloydb_cluster.copy", "none"],
    ["role-changed-outside"],
  ),
  one(
    "a flag of AlloyDB",
    ALLOYDB,
    ['"on"', '"off"'],
    [WRITER, "update"],
    ["audit-flag-changed", "flags-changed"],
  ),
  one(
    "weaker TLS of AlloyDB",
    ALLOYDB,
    ['"ENCRYPTED_ONLY"', '"ALLOW_UNENCRYPTED_AND_ENCRYPTED"'],
    [WRITER, "update"],
    ["tls-weakened"],
  ),
];

test.each(CASES)("$title", expectReview);
