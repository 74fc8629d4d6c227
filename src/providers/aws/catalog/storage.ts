import type { ProvisionedRate, SettingRange, StorageTypeFacts } from "../../../model/engine";

/*
 * Types of storage and what they take: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html
 * and AllocatedStorage, Iops and StorageThroughput of
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html.
 */

const GENERAL_SIZE: SettingRange = { minimum: 20, maximum: 65_536 };
const PROVISIONED_SIZE: SettingRange = { minimum: 100, maximum: 65_536 };
const NO_RATES = { iops: undefined, throughput: undefined, needsIops: false, iopsPerGiB: undefined };

/** StorageThroughputToIopsRatio of https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ValidStorageOptions.html */
const THROUGHPUT_PER_IOPS = 0.25;

/** From a size on that depends on the engine, a volume is striped, and only then are its rates chosen. */
function striped(fromGiB: number): StorageTypeFacts {
  return {
    ...NO_RATES,
    allocatedGiB: GENERAL_SIZE,
    iops: { fromGiB, minimum: 12_000, maximum: 64_000 },
    throughput: { fromGiB, minimum: 500, maximum: 4000 },
    throughputPerIops: THROUGHPUT_PER_IOPS,
  };
}

function provisioned(
  allocatedGiB: SettingRange,
  iops: SettingRange,
  iopsPerGiB: SettingRange,
): StorageTypeFacts {
  const rate: ProvisionedRate = { fromGiB: 0, ...iops };
  return { allocatedGiB, iops: rate, throughput: undefined, needsIops: true, iopsPerGiB };
}

const IOPS: SettingRange = { minimum: 1000, maximum: 256_000 };
const GP2 = { ...NO_RATES, allocatedGiB: GENERAL_SIZE };
const PROVISIONED = [
  ["io1", provisioned(PROVISIONED_SIZE, IOPS, { minimum: 0.5, maximum: 50 })],
  ["io2", provisioned(PROVISIONED_SIZE, IOPS, { minimum: 0.5, maximum: 1000 })],
] as const;

/** Storage of PostgreSQL, MySQL and MariaDB. */
export const COMMON_STORAGE: ReadonlyMap<string, StorageTypeFacts> = new Map([
  ["gp2", GP2],
  ["gp3", striped(400)],
  ...PROVISIONED,
]);

/** Storage of Oracle. */
export const ORACLE_STORAGE: ReadonlyMap<string, StorageTypeFacts> = new Map([
  ["gp2", GP2],
  ["gp3", striped(200)],
  ...PROVISIONED,
]);

/** Storage of Db2, which has no gp2. */
export const DB2_STORAGE: ReadonlyMap<string, StorageTypeFacts> = new Map([
  ["gp3", striped(400)],
  ...PROVISIONED,
]);

const SQLSERVER_SIZE: SettingRange = { minimum: 20, maximum: 16_384 };

/** Storage of SQL Server, whose volumes are never striped. */
export const SQLSERVER_STORAGE: ReadonlyMap<string, StorageTypeFacts> = new Map([
  ["gp2", { ...NO_RATES, allocatedGiB: SQLSERVER_SIZE }],
  [
    "gp3",
    {
      ...NO_RATES,
      allocatedGiB: SQLSERVER_SIZE,
      iops: { fromGiB: 0, minimum: 3000, maximum: 16_000 },
      throughput: { fromGiB: 0, minimum: 125, maximum: 1000 },
      // https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html
      iopsPerGiB: { minimum: 0, maximum: 500 },
      throughputPerIops: THROUGHPUT_PER_IOPS,
    },
  ],
  [
    "io1",
    provisioned(
      { minimum: 20, maximum: 16_384 },
      { minimum: 1000, maximum: 64_000 },
      { minimum: 1, maximum: 50 },
    ),
  ],
  ["io2", provisioned({ minimum: 20, maximum: 65_536 }, IOPS, { minimum: 0.5, maximum: 1000 })],
]);
