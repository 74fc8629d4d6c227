/*
 * Root modules of Google Cloud that reviews begin with.
 */

/** A key, and the service agent that uses it. */
export const KEY = `
provider "google" {
  project = "acme"
  region  = "us-central1"
}
resource "google_kms_key_ring" "ring" {
  name     = "orders"
  location = "us-central1"
  project  = "acme"
}
resource "google_kms_crypto_key" "storage" {
  name                       = "storage"
  key_ring                   = google_kms_key_ring.ring.id
  rotation_period            = "7776000s"
  destroy_scheduled_duration = "2592000s"
  version_template {
    algorithm        = "GOOGLE_SYMMETRIC_ENCRYPTION"
    protection_level = "SOFTWARE"
  }
}
resource "google_kms_crypto_key_iam_member" "agent" {
  crypto_key_id = google_kms_crypto_key.storage.id
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = "serviceAccount:service-1@gcp-sa-cloud-sql.iam.gserviceaccount.com"
}
`;

/** An instance of Cloud SQL that the key encrypts. */
export const SQL = `${KEY}
resource "google_sql_database_instance" "ledger" {
  name                = "ledger"
  region              = "us-central1"
  database_version    = "POSTGRES_16"
  encryption_key_name = google_kms_crypto_key.storage.id
  settings {
    tier                        = "db-custom-2-7680"
    edition                     = "ENTERPRISE"
    availability_type           = "REGIONAL"
    deletion_protection_enabled = true
    disk_size                   = 100
    backup_configuration {
      enabled = true
      backup_retention_settings {
        retained_backups = 14
      }
    }
    ip_configuration {
      ipv4_enabled    = false
      private_network = "projects/acme/global/networks/private"
      ssl_mode        = "ENCRYPTED_ONLY"
    }
    database_flags {
      name  = "log_connections"
      value = "on"
    }
    database_flags {
      name  = "log_statement"
      value = "ddl"
    }
  }
  lifecycle {
    ignore_changes = [master_instance_name, settings[0].disk_size]
  }
}
resource "google_sql_database" "ledger" {
  name     = "ledger"
  instance = google_sql_database_instance.ledger.name
}
`;

/** A primary cluster that the key encrypts, a secondary one, and an instance. */
export const ALLOYDB = `${KEY}
resource "google_alloydb_cluster" "catalog" {
  cluster_id       = "catalog"
  location         = "us-central1"
  cluster_type     = "PRIMARY"
  database_version = "POSTGRES_16"
  encryption_config {
    kms_key_name = google_kms_crypto_key.storage.id
  }
  continuous_backup_config {
    recovery_window_days = 14
  }
  lifecycle {
    ignore_changes = [cluster_type, secondary_config]
  }
}
resource "google_alloydb_cluster" "copy" {
  cluster_id       = "copy"
  location         = "us-west1"
  cluster_type     = "SECONDARY"
  database_version = "POSTGRES_16"
  secondary_config {
    primary_cluster_name = google_alloydb_cluster.catalog.name
  }
  lifecycle {
    ignore_changes = [cluster_type, secondary_config]
  }
}
resource "google_alloydb_instance" "catalog" {
  cluster           = google_alloydb_cluster.catalog.name
  instance_id       = "catalog-1"
  instance_type     = "PRIMARY"
  availability_type = "REGIONAL"
  database_flags    = { "alloydb.enable_pgaudit" = "on" }
  client_connection_config {
    ssl_config {
      ssl_mode = "ENCRYPTED_ONLY"
    }
  }
}
`;
