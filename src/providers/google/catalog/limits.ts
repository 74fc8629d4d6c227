import type { MaximumLimit, ProviderLimits, RangeLimit } from "../../../model/provider-catalog";

const KMS_API = "https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys";
const SQL_SETTINGS = "https://cloud.google.com/sql/docs/postgres/instance-settings";
const ALLOYDB = "https://cloud.google.com/alloydb/docs";

/** Every number that Google sets and a neutral rule uses: written here and nowhere else. */
export const limits = {
  // 24 hours to 876,000 hours.
  rotationPeriodDays: { minimum: 1, maximum: 36_500, source: KMS_API },
  // 24 hours at least; the greatest is not on the page that could be read.
  deletionWindowDays: { minimum: 1, maximum: 120, source: KMS_API },
  backupRetentionDays: {
    // Where the window of recovery ends could not be read: see recoveryWindowDays.
    cluster: { minimum: 1, maximum: 365, source: `${ALLOYDB}/backup/configure` },
    instance: { minimum: 1, maximum: 365, source: SQL_SETTINGS },
  },
  secondaryRegions: {
    minimum: 1,
    maximum: 5,
    source: `${ALLOYDB}/cross-region-replication/about-cross-region-replication`,
  },
  // The writer, and the nodes of a read pool.
  secondaryInstances: {
    maximum: 21,
    source: `${ALLOYDB}/cross-region-replication/about-cross-region-replication`,
  },
  clusterInstances: { maximum: 21, source: `${ALLOYDB}/instance-read-pool-create` },
  windowMinutes: { minimum: 60, maximum: 1440, source: `${ALLOYDB}/maintenance` },
} satisfies ProviderLimits;

/** Longest `<project>:<instance>` of Cloud SQL. */
export const sqlInstanceLength: MaximumLimit = { maximum: 98, source: SQL_SETTINGS };

/** Characters of the id of a cluster, and of an instance in it. */
export const clusterIdLength: MaximumLimit = {
  maximum: 63,
  source: `${ALLOYDB}/reference/rest/v1/projects.locations.clusters.instances`,
};

/** Characters of the name of a key. */
export const keyNameLength: MaximumLimit = { maximum: 63, source: `${KMS_API}/create` };

/** Days that a cluster can be taken back, which could not be read on its page. */
export const recoveryWindowDays: MaximumLimit = { maximum: 35, source: `${ALLOYDB}/backup/configure` };

/** Days that Cloud SQL keeps the logs for recovery to a point in time, by edition and engine. */
export const transactionLogDays = {
  standard: { minimum: 1, maximum: 7, source: SQL_SETTINGS },
  extended: { minimum: 1, maximum: 35, source: SQL_SETTINGS },
} satisfies Readonly<Record<string, RangeLimit>>;

/** Rotation periods beyond this fail CIS 1.10 and the scanners: https://www.cisecurity.org/benchmark/google_cloud_computing_platform. */
export const benchmarkRotationDays: MaximumLimit = {
  maximum: 90,
  source: "https://cloud.google.com/kms/docs/key-rotation",
};

/** Seconds to wait for a service agent that was just created, as Google's own modules do. */
export const serviceAgentWaitSeconds = { "cloud-sql": 600, alloydb: 60 } as const;
