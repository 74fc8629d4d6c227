import type { StorageTypeFacts } from "../../../model/engine";

/*
 * Disks of Cloud SQL: https://cloud.google.com/sql/docs/postgres/instance-settings. Only Hyperdisk has rates that are
 * chosen; between which numbers could not be read, so that any are taken.
 */

const SIZE = { minimum: 10, maximum: 65_536 };
const RATE = { fromGiB: 0, minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const NO_RATES = { iops: undefined, throughput: undefined, needsIops: false, iopsPerGiB: undefined };

export const PERSISTENT_SSD = "PD_SSD";
export const PERSISTENT_HDD = "PD_HDD";
export const HYPERDISK = "HYPERDISK_BALANCED";

/** The disk that an instance has when nothing is said. */
export const DEFAULT_DISK = PERSISTENT_SSD;

/** Types of disk by name. */
export const DISKS: ReadonlyMap<string, StorageTypeFacts> = new Map<string, StorageTypeFacts>([
  [PERSISTENT_SSD, { ...NO_RATES, allocatedGiB: SIZE }],
  [PERSISTENT_HDD, { ...NO_RATES, allocatedGiB: SIZE }],
  [HYPERDISK, { ...NO_RATES, allocatedGiB: SIZE, iops: RATE, throughput: RATE }],
]);

/** SQL Server runs on no hard disks: https://cloud.google.com/sql/docs/sqlserver/machine-series-overview. */
export const SQLSERVER_DISKS: ReadonlyMap<string, StorageTypeFacts> = new Map(
  [...DISKS].filter(([name]) => name !== PERSISTENT_HDD),
);
