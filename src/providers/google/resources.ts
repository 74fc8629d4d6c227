import type { AlloydbCluster, AlloydbClusterConfig } from "@cdktf/provider-google/lib/alloydb-cluster";
import type { AlloydbInstance, AlloydbInstanceConfig } from "@cdktf/provider-google/lib/alloydb-instance";
import type {
  DataGoogleKmsKeyRing,
  DataGoogleKmsKeyRingConfig,
} from "@cdktf/provider-google/lib/data-google-kms-key-ring";
import type {
  DataGoogleProject,
  DataGoogleProjectConfig,
} from "@cdktf/provider-google/lib/data-google-project";
import type { KmsCryptoKey, KmsCryptoKeyConfig } from "@cdktf/provider-google/lib/kms-crypto-key";
import type {
  KmsCryptoKeyIamMember,
  KmsCryptoKeyIamMemberConfig,
} from "@cdktf/provider-google/lib/kms-crypto-key-iam-member";
import type { KmsKeyRing, KmsKeyRingConfig } from "@cdktf/provider-google/lib/kms-key-ring";
import type { SqlDatabase, SqlDatabaseConfig } from "@cdktf/provider-google/lib/sql-database";
import type {
  SqlDatabaseInstance,
  SqlDatabaseInstanceConfig,
  SqlDatabaseInstanceSettings,
} from "@cdktf/provider-google/lib/sql-database-instance";
import type { SqlUser, SqlUserConfig } from "@cdktf/provider-google/lib/sql-user";
import { dataSourceType, resourceType } from "../../terraform/resource-type";

/*
 * The resource types that deployments on Google Cloud are made of. Arguments are checked by the compiler against the
 * provider's bindings, which are of version 6.50; what is newer stands here, and in cdktf/google-classes.ts.
 */

/** A block that says yes or no. */
export interface EnabledConfig {
  readonly enabled: boolean;
}

/** The settings of an instance, with `final_backup_config` (7.2) and the rates of Hyperdisk. */
export type InstanceSettings = SqlDatabaseInstanceSettings & {
  readonly finalBackupConfig?: EnabledConfig;
  readonly dataDiskProvisionedIops?: number;
  readonly dataDiskProvisionedThroughput?: number;
};

/** An instance, with `root_password_wo` (7.13). */
export type InstanceConfig = Omit<SqlDatabaseInstanceConfig, "settings"> & {
  readonly settings: InstanceSettings;
  readonly rootPasswordWo?: string;
  readonly rootPasswordWoVersion?: number;
};

/** The first user of a cluster; `password_wo` is of 7.20, before which a password was required. */
export interface InitialUserConfig {
  readonly user?: string;
  readonly passwordWo?: string;
  readonly passwordWoVersion?: number;
}

/** A cluster, with `deletion_protection` (7.0). */
export type ClusterConfig = Omit<AlloydbClusterConfig, "initialUser"> & {
  readonly deletionProtection?: boolean;
  readonly initialUser?: InitialUserConfig;
};

/** A service agent, which only google-beta can create. */
export interface ServiceIdentityConfig {
  readonly project: string;
  readonly service: string;
}

/** What a service agent says of itself. */
export interface ServiceIdentity {
  readonly member: string;
}

/** A pause. */
export interface SleepConfig {
  readonly createDuration: string;
}

export const alloydbCluster = resourceType<ClusterConfig, AlloydbCluster>("google_alloydb_cluster");
export const alloydbInstance = resourceType<AlloydbInstanceConfig, AlloydbInstance>(
  "google_alloydb_instance",
);
export const kmsCryptoKey = resourceType<KmsCryptoKeyConfig, KmsCryptoKey>("google_kms_crypto_key");
export const kmsCryptoKeyIamMember = resourceType<KmsCryptoKeyIamMemberConfig, KmsCryptoKeyIamMember>(
  "google_kms_crypto_key_iam_member",
);
export const kmsKeyRing = resourceType<KmsKeyRingConfig, KmsKeyRing>("google_kms_key_ring");
export const projectServiceIdentity = resourceType<ServiceIdentityConfig, ServiceIdentity>(
  "google_project_service_identity",
);
export const sqlDatabase = resourceType<SqlDatabaseConfig, SqlDatabase>("google_sql_database");
export const sqlDatabaseInstance = resourceType<InstanceConfig, SqlDatabaseInstance>(
  "google_sql_database_instance",
);
export const sqlUser = resourceType<SqlUserConfig, SqlUser>("google_sql_user");
export const timeSleep = resourceType<SleepConfig, object>("time_sleep");
export const dataKmsKeyRing = dataSourceType<DataGoogleKmsKeyRingConfig, DataGoogleKmsKeyRing>(
  "google_kms_key_ring",
);
export const dataProject = dataSourceType<DataGoogleProjectConfig, DataGoogleProject>("google_project");
