import { SQL } from "../../support/google-modules";
import { actionsOf, reviewHcl } from "../../support/reviews";
import { expectReview, one } from "../../support/review-cases";

const INSTANCE = "google_sql_database_instance.ledger";
const DATABASE = "google_sql_database.ledger";

const OTHER_KEY = "projects/acme/locations/us-central1/keyRings/orders/cryptoKeys/other";

/** The instance with a read replica that ignores what a switchover changes. */
const REPLICATED = `${SQL}
resource "google_sql_database_instance" "copy" {
  name                 = "copy"
  region               = "us-central1"
  database_version     = "POSTGRES_16"
  master_instance_name = google_sql_database_instance.ledger.name
  settings {
    tier = "db-custom-2-7680"
  }
  lifecycle {
    ignore_changes = [encryption_key_name, master_instance_name]
  }
}
`;

const CASES = [
  one(
    "and what it encrypts is lost with it",
    SQL,
    ['"SOFTWARE"', '"HSM"'],
    [INSTANCE, "replace"],
    [
      "database-lost",
      "last-copy-in-region",
      "deletion-protection",
      "deletion-protection",
      "key-fixed",
      "instance-name-blocked",
    ],
  ),
  one(
    "a key that is no longer named stays",
    SQL,
    ["  encryption_key_name = google_kms_crypto_key.storage.id\n", ""],
    [INSTANCE, "none"],
    ["key-stays"],
  ),
  one(
    "the same key by its full name",
    SQL,
    [
      "encryption_key_name = google_kms_crypto_key.storage.id",
      'encryption_key_name = "projects/acme/locations/us-central1/keyRings/orders/cryptoKeys/storage"',
    ],
    [INSTANCE, "none"],
    [],
  ),
  one("a size that is ignored", SQL, ["= 100", "= 50"], [INSTANCE, "none"], []),
  one(
    "another machine",
    SQL,
    ["db-custom-2-7680", "db-custom-4-15360"],
    [INSTANCE, "update"],
    ["instance-restart"],
  ),
  one("no standby", SQL, ["REGIONAL", "ZONAL"], [INSTANCE, "update"], ["standby-off"]),
  one(
    "the standby's default",
    SQL,
    ['    availability_type           = "REGIONAL"\n', ""],
    [INSTANCE, "update"],
    ["standby-off"],
  ),
  one(
    "weaker TLS",
    SQL,
    ['"ENCRYPTED_ONLY"', '"ALLOW_UNENCRYPTED_AND_ENCRYPTED"'],
    [INSTANCE, "update"],
    ["tls-weakened"],
  ),
  one(
    "TLS that is no longer said stays",
    SQL,
    ['      ssl_mode        = "ENCRYPTED_ONLY"\n', ""],
    [INSTANCE, "none"],
    [],
  ),
  one(
    "a public address",
    SQL,
    ["      ipv4_enabled    = false\n", ""],
    [INSTANCE, "update"],
    ["publicly-accessible"],
  ),
  one(
    "the network is taken away",
    SQL,
    ['      private_network = "projects/acme/global/networks/private"\n', ""],
    [INSTANCE, "replace"],
    [
      "database-lost",
      "last-copy-in-region",
      "deletion-protection",
      "deletion-protection",
      "network-changed",
      "instance-name-blocked",
    ],
  ),
  one(
    "another network",
    SQL,
    ["networks/private", "networks/other"],
    [INSTANCE, "update"],
    ["network-changed", "address-changed"],
  ),
  one(
    "an audit flag goes",
    SQL,
    ['"on"', '"off"'],
    [INSTANCE, "update"],
    ["audit-flag-changed", "flags-changed"],
  ),
  one(
    "the service's own protection",
    SQL,
    ["deletion_protection_enabled = true", "deletion_protection_enabled = false"],
    [INSTANCE, "update"],
    ["service-protection-off"],
  ),
  one(
    "fewer backups",
    SQL,
    ["retained_backups = 14", "retained_backups = 7"],
    [INSTANCE, "update"],
    ["backups-shortened"],
  ),
  one("an upgrade", SQL, ["POSTGRES_16", "POSTGRES_17"], [INSTANCE, "update"], ["engine-upgrade"]),
  one(
    "no engine goes back",
    SQL,
    ["POSTGRES_16", "POSTGRES_9_6"],
    [INSTANCE, "update"],
    ["engine-downgrade"],
  ),
  one(
    "another certificate authority",
    SQL,
    [
      'ssl_mode        = "ENCRYPTED_ONLY"',
      'ssl_mode        = "ENCRYPTED_ONLY"\n      server_ca_mode  = "GOOGLE_MANAGED_CAS_CA"',
    ],
    [INSTANCE, "update"],
    ["certificate-authority-fixed"],
  ),
  one(
    "another certificate authority than the one that is written",
    SQL.replace("      ssl_mode ", '      server_ca_mode  = "GOOGLE_MANAGED_INTERNAL_CA"\n      ssl_mode '),
    ["GOOGLE_MANAGED_INTERNAL_CA", "GOOGLE_MANAGED_CAS_CA"],
    [INSTANCE, "update"],
    ["certificate-authority-fixed"],
  ),
  one(
    "a source is replaced while its replica stays",
    REPLICATED,
    ["encryption_key_name = google_kms_crypto_key.storage.id", `encryption_key_name = "${OTHER_KEY}"`],
    [INSTANCE, "replace"],
    [
      "database-lost",
      "deletion-protection",
      "deletion-protection",
      "key-fixed",
      "has-replicas",
      "instance-name-blocked",
    ],
  ),
  one(
    "a key for what has Google's own",
    REPLICATED.replace(/ {2}encryption_key_name = .*\n/g, ""),
    [
      'name                 = "copy"',
      `name                 = "copy"\n  encryption_key_name = "${OTHER_KEY}"`,
    ],
    ["google_sql_database_instance.copy", "none"],
    ["key-stays"],
  ),
  one(
    "a role is played outside",
    SQL,
    ['"POSTGRES_16"', '"POSTGRES_16"\n  master_instance_name = "other"'],
    [INSTANCE, "none"],
    ["role-changed-outside"],
  ),
  one(
    "the designation is taken at the second apply",
    SQL,
    [
      "  settings {",
      '  replication_cluster {\n    failover_dr_replica_name = "acme:copy"\n  }\n  settings {',
    ],
    [INSTANCE, "update"],
    ["designation-changed"],
  ),
  one(
    "another database in the instance",
    SQL,
    ['name     = "ledger"', 'name     = "books"'],
    [DATABASE, "replace"],
    ["database-contents-lost"],
  ),
];

test.each(CASES)("$title", expectReview);

test("flags have no order", async () => {
  const first = 'name  = "log_connections"\n      value = "on"';
  const second = 'name  = "log_statement"\n      value = "ddl"';
  const swapped = SQL.replace(first, "<1>").replace(second, first).replace("<1>", second);
  expect(swapped).not.toBe(SQL);
  expect(actionsOf(await reviewHcl(SQL, swapped, "google"))).toEqual({});
});
