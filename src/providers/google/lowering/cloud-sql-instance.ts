import type {
  SqlDatabaseInstanceSettingsBackupConfiguration,
  SqlDatabaseInstanceSettingsBackupConfigurationBackupRetentionSettings,
  SqlDatabaseInstanceSettingsDatabaseFlags,
  SqlDatabaseInstanceSettingsInsightsConfig,
  SqlDatabaseInstanceSettingsIpConfiguration,
  SqlDatabaseInstanceSettingsMaintenanceWindow,
} from "@cdktf/provider-google/lib/sql-database-instance";
import { mustGet } from "../../../base/invariant";
import type {
  InstanceMember,
  ReadReplicaTopology,
  ReplicaMember,
  SingleRegionInstance,
} from "../../../model/database";
import { nested, type Nested } from "../../../terraform/block";
import { tagsOf } from "../../common/tags";
import { engines } from "../catalog/catalog";
import { transactionLogDays } from "../catalog/limits";
import { DEFAULT_DISK } from "../catalog/storage";
import type { EnabledConfig, InstanceSettings } from "../resources";
import { allLabels, type DatabaseContext } from "./context";
import { flagsOf } from "./flags";
import { addressRangeOf, vpcOf } from "./network";
import { parseDailyWindow, parseWeeklyWindow } from "./windows";

/** A database that is made of instances. */
export type InstanceDatabase = ReadReplicaTopology | SingleRegionInstance;

/** What the settings of an instance are made from. */
export interface InstanceInput {
  readonly context: DatabaseContext;
  readonly database: InstanceDatabase;
  readonly member: InstanceMember | ReplicaMember;
}

const EDITIONS: Readonly<Record<string, string>> = {
  enterprise: "ENTERPRISE",
  "enterprise-plus": "ENTERPRISE_PLUS",
};

const TLS_MODES = {
  encrypted: "ENCRYPTED_ONLY",
  "client-certificate": "TRUSTED_CLIENT_CERTIFICATE_REQUIRED",
} as const;

/** The settings of an instance that takes writes. */
export function primarySettings(input: InstanceInput): Nested<InstanceSettings> {
  const { database } = input;
  const { storage, backup, characterSet, timeZone } = database;
  return nested<InstanceSettings>({
    ...commonArguments(input),
    diskSize: storage.allocatedGiB,
    diskAutoresize: true,
    diskAutoresizeLimit: storage.maxAllocatedGiB,
    collation: characterSet,
    timeZone,
    retainBackupsOnDelete: true,
    userLabels: userLabels(input),
    backupConfiguration: backupConfiguration(input),
    ...commonBlocks(input),
    finalBackupConfig: backup.finalSnapshot ? nested<EnabledConfig>({ enabled: true }) : undefined,
  });
}

/** The settings of a read replica: growth of the disk is inherited, and it keeps no backups of its own. */
export function replicaSettings(input: InstanceInput): Nested<InstanceSettings> {
  const { database, member } = input;
  const isForDisaster = database.topology === "read-replicas" && database.drRegion === member.region;
  const needsBinaryLog = mustGet(engines, database.engine).recovery === "binary-log" && isForDisaster;
  return nested<InstanceSettings>({
    ...commonArguments(input),
    userLabels: userLabels(input),
    // What takes over must keep the log that the others follow.
    backupConfiguration: needsBinaryLog
      ? nested<SqlDatabaseInstanceSettingsBackupConfiguration>({ binaryLogEnabled: true })
      : undefined,
    ...commonBlocks(input),
  });
}

function commonArguments({ database, member }: InstanceInput) {
  const { type, iops, throughput } = database.storage;
  return {
    tier: member.class,
    edition: EDITIONS[database.edition ?? "enterprise"] ?? "ENTERPRISE",
    availabilityType: member.multiAz ? "REGIONAL" : "ZONAL",
    deletionProtectionEnabled: database.deletionProtection,
    diskType: member.kind === "replica" && type === DEFAULT_DISK ? undefined : type,
    dataDiskProvisionedIops: iops,
    dataDiskProvisionedThroughput: throughput,
  };
}

/** The labels of the provider block do not reach these. */
function userLabels({ context, member }: InstanceInput) {
  return tagsOf(allLabels(context, member.tags));
}

function commonBlocks({ context, database, member }: InstanceInput) {
  const { maintenanceWindow, monitoring } = database;
  const window = maintenanceWindow === undefined ? undefined : parseWeeklyWindow(maintenanceWindow);
  const flags = flagsOf(database, member);
  return {
    ipConfiguration: nested<SqlDatabaseInstanceSettingsIpConfiguration>({
      ipv4Enabled: false,
      privateNetwork: vpcOf(context),
      allocatedIpRange: addressRangeOf(context, member.region),
      sslMode: TLS_MODES[database.tls],
      serverCaMode: database.caCertificate,
    }),
    databaseFlags: flags.map((flag) => nested<SqlDatabaseInstanceSettingsDatabaseFlags>(flag)),
    insightsConfig:
      monitoring.insights.kind === "on"
        ? nested<SqlDatabaseInstanceSettingsInsightsConfig>({
            queryInsightsEnabled: true,
            recordClientAddress: false,
          })
        : undefined,
    maintenanceWindow:
      window === undefined || member.kind === "replica"
        ? undefined
        : nested<SqlDatabaseInstanceSettingsMaintenanceWindow>({ day: window.day + 1, hour: window.hour }),
  };
}

function backupConfiguration({
  database,
  member,
}: InstanceInput): Nested<SqlDatabaseInstanceSettingsBackupConfiguration> {
  const { backup, edition } = database;
  const { recovery } = mustGet(engines, database.engine);
  const isExtended = edition === "enterprise-plus" && recovery !== "binary-log";
  const { maximum } = isExtended ? transactionLogDays.extended : transactionLogDays.standard;
  return nested<SqlDatabaseInstanceSettingsBackupConfiguration>({
    enabled: true,
    startTime: backup.window === undefined ? undefined : parseDailyWindow(backup.window).start,
    // Without it the nearest multi-region is taken, where the key of this Region is not.
    location: member.region,
    ...(recovery === "binary-log" ? { binaryLogEnabled: true } : { pointInTimeRecoveryEnabled: true }),
    transactionLogRetentionDays: Math.min(backup.retentionDays, maximum),
    backupRetentionSettings: nested<SqlDatabaseInstanceSettingsBackupConfigurationBackupRetentionSettings>({
      retainedBackups: backup.retentionDays,
      retentionUnit: "COUNT",
    }),
  });
}
