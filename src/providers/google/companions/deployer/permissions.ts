/*
 * What the provider calls for a resource type, by permission: from the IAM reference
 * (https://cloud.google.com/iam/docs/permissions-reference) and the provider's sources, not tried on a project.
 */

/** The permissions that a resource type asks for. */
export interface TypePermissions {
  /** To create, read and change it. */
  readonly always: readonly string[];
  /** To delete it as well. */
  readonly whenUnprotected: readonly string[];
  /** Whether it is in the project of the keys. */
  readonly isOfKeys: boolean;
}

const of = (prefix: string, ...names: readonly string[]) => names.map((name) => `${prefix}.${name}`);

/** The provider looks at the network and at its peering before it creates an instance. */
const NETWORK = [
  "compute.networks.get",
  "resourcemanager.projects.get",
  "servicenetworking.services.get",
  "serviceusage.services.use",
];

const KEYS = "cloudkms.cryptoKeys";

/** Permissions by resource type; data sources begin with `data.`. */
export const permissions: Readonly<Record<string, TypePermissions>> = {
  "data.google_kms_key_ring": {
    always: ["cloudkms.keyRings.get"],
    whenUnprotected: [],
    isOfKeys: true,
  },
  "data.google_project": {
    always: ["resourcemanager.projects.get"],
    whenUnprotected: [],
    isOfKeys: false,
  },
  google_alloydb_cluster: {
    always: [...of("alloydb.clusters", "create", "get", "update"), "alloydb.operations.get", ...NETWORK],
    whenUnprotected: ["alloydb.clusters.delete"],
    isOfKeys: false,
  },
  google_alloydb_instance: {
    always: of("alloydb.instances", "create", "get", "update"),
    whenUnprotected: ["alloydb.instances.delete"],
    isOfKeys: false,
  },
  google_kms_crypto_key: {
    always: of(KEYS, "create", "get", "update"),
    // A key is destroyed by its versions.
    whenUnprotected: of("cloudkms.cryptoKeyVersions", "destroy", "list"),
    isOfKeys: true,
  },
  google_kms_crypto_key_iam_member: {
    always: of(KEYS, "getIamPolicy", "setIamPolicy"),
    whenUnprotected: [],
    isOfKeys: true,
  },
  google_kms_key_ring: {
    always: of("cloudkms.keyRings", "create", "get"),
    whenUnprotected: [],
    isOfKeys: true,
  },
  google_sql_database: {
    always: of("cloudsql.databases", "create", "get", "update"),
    whenUnprotected: ["cloudsql.databases.delete"],
    isOfKeys: false,
  },
  google_sql_database_instance: {
    always: [...of("cloudsql.instances", "create", "get", "list", "update"), ...NETWORK],
    whenUnprotected: ["cloudsql.instances.delete"],
    isOfKeys: false,
  },
  google_sql_user: {
    always: of("cloudsql.users", "create", "get", "list", "update"),
    whenUnprotected: ["cloudsql.users.delete"],
    isOfKeys: false,
  },
};

/** A new instance of MySQL comes with a user `root` that the provider deletes. */
export const deletionOfRoot = of("cloudsql.users", "delete", "list");
