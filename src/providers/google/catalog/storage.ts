import type { StorageTypeFacts } from "../../../model/engine";

/*
 * Disks of Cloud SQL: https://cloud.google.com/sql/docs/postgres/instance-settings. Only Hyperdisk has rates that are
 * chosen; between which numbers could not be read, so that any are taken.
 */

const SIZE = { minimum: 10, maximum: 65_536 };
const RATE = { fromGiB: 0, minimum: 1, maximum: Number.MAX_SAFE_INTEGER };
const NO_RATES = { iops: undefined, throughput: undefined, needsIops: false, iopsPerGiB: undefined };

/** The disk that an instance has when nothing is said. */
export const DEFAULT_DISK = "PD_SSD";

/** Types of disk by name. */
export const DISKS: ReadonlyMap<string, StorageTypeFacts> = new Map<string, StorageTypeFacts>([
  [DEFAULT_DISK, { ...NO_RATES, allocatedGiB: SIZE }],
  ["PD_HDD", { ...NO_RATES, allocatedGiB: SIZE }],
  ["HYPERDISK_BALANCED", { ...NO_RATES, allocatedGiB: SIZE, iops: RATE, throughput: RATE }],
]);
