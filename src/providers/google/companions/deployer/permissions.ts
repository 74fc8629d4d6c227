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
  /** The project that it is in: that of the keys, or that of the databases. */
  readonly owner: "keys" | "databases";
  /** Whether it has an address in the network. */
  readonly isInNetwork?: boolean;
}

const of = (prefix: string, ...names: readonly string[]) => names.map((name) => `${prefix}.${name}`);

/** In the project of the network: the provider looks at it and at its peering before it creates an instance. */
export const ofNetwork = [
  "compute.networks.get",
  "resourcemanager.projects.get",
  "servicenetworking.services.get",
];

const USE = "serviceusage.services.use";
const KEYS = "cloudkms.cryptoKeys";

/** Permissions by resource type; data sources begin with `data.`. */
export const permissions: Readonly<Record<string, TypePermissions>> = {
  "data.google_kms_key_ring": {
    always: ["cloudkms.keyRings.get"],
    whenUnprotected: [],
    owner: "keys",
  },
  "data.google_project": {
    always: ["resourcemanager.projects.get"],
    whenUnprotected: [],
    owner: "databases",
  },
  google_alloydb_cluster: {
    always: [...of("alloydb.clusters", "create", "get", "update"), "alloydb.operations.get", USE],
    whenUnprotected: ["alloydb.clusters.delete"],
    owner: "databases",
    isInNetwork: true,
  },
  google_alloydb_instance: {
    always: of("alloydb.instances", "create", "get", "update"),
    whenUnprotected: ["alloydb.instances.delete"],
    owner: "databases",
  },
  google_kms_crypto_key: {
    always: of(KEYS, "create", "get", "update"),
    // A key is destroyed by its versions.
    whenUnprotected: of("cloudkms.cryptoKeyVersions", "destroy", "list"),
    owner: "keys",
  },
  google_kms_crypto_key_iam_member: {
    always: of(KEYS, "getIamPolicy", "setIamPolicy"),
    whenUnprotected: [],
    owner: "keys",
  },
  google_kms_key_ring: {
    always: of("cloudkms.keyRings", "create", "get"),
    whenUnprotected: [],
    owner: "keys",
  },
  google_sql_database: {
    always: of("cloudsql.databases", "create", "get", "update"),
    whenUnprotected: ["cloudsql.databases.delete"],
    owner: "databases",
  },
  google_sql_database_instance: {
    always: [...of("cloudsql.instances", "create", "get", "list", "update"), USE],
    whenUnprotected: ["cloudsql.instances.delete"],
    owner: "databases",
    isInNetwork: true,
  },
  google_sql_user: {
    always: of("cloudsql.users", "create", "get", "list", "update"),
    whenUnprotected: ["cloudsql.users.delete"],
    owner: "databases",
  },
};

/** A new instance of MySQL comes with a user `root` that the provider deletes. */
export const deletionOfRoot = of("cloudsql.users", "delete", "list");
