import { sortedUnique } from "../base/ordering";
import type { Backup, DatabaseCore, Insights, Monitoring, PasswordSource } from "../model/database";
import { originalName } from "../model/former-names";
import { formerNames } from "../spec/former-names";
import type { DatabaseSpec } from "../spec/schema/database";
import type { DatabaseContext } from "./database-context";

/** What all topologies have in common, with every default in place. */
export function resolveDatabaseCore(context: DatabaseContext): DatabaseCore {
  const { name, database, engine, spec, catalog } = context;
  const renamedFrom = formerNames(database.renamedFrom);
  return {
    name,
    renamedFrom,
    engine: database.engine,
    engineVersion: database.engineVersion,
    licenseModel: database.licenseModel ?? engine?.licenseModels[0],
    characterSet: database.characterSet,
    timeZone: database.timeZone,
    identifier: database.identifier ?? `${spec.name}-${originalName({ name, renamedFrom })}`,
    databaseName: database.databaseName,
    masterUsername: database.masterUsername ?? catalog.defaults.masterUsername,
    masterPassword: resolvePassword(context),
    port: database.port ?? engine?.standardPort ?? 0,
    backup: resolveBackup(context),
    snapshotCopies: (database.snapshotCopies ?? []).map(({ snapshot, toRegion }) => ({ snapshot, toRegion })),
    snapshotAccounts: sortedUnique(database.shareSnapshotsWith ?? []),
    maintenanceWindow: database.maintenanceWindow,
    autoMinorVersionUpgrade: database.autoMinorVersionUpgrade ?? true,
    caCertificate: database.caCertificate ?? catalog.defaults.caCertificate,
    tls: database.tls ?? "encrypted",
    edition: database.edition ?? engine?.editionOf(database.instances?.class ?? ""),
    iamAuthentication: database.iamAuthentication ?? hasIamAuthentication(context),
    monitoring: resolveMonitoring(context),
    deletionProtection: database.deletionProtection ?? true,
    protect: database.protect ?? true,
    tags: database.tags ?? {},
  };
}

function hasIamAuthentication({ database, engine }: DatabaseContext): boolean {
  if (engine === undefined) return true;
  return (
    engine.supportsIamAuthentication && engine.supportsIamAuthenticationOf(database.engineVersion).supported
  );
}

/** The provider manages the password where it can. */
function resolvePassword({ database, engine, catalog }: DatabaseContext): PasswordSource {
  if (database.masterPassword !== undefined) return database.masterPassword;
  const [source = "variable"] =
    engine === undefined ? [] : catalog.passwordSources(engine, database.topology);
  return source;
}

function resolveBackup({ database, catalog }: DatabaseContext): Backup {
  const { retentionDays, window, finalSnapshot, replicateTo } = database.backup ?? {};
  return {
    retentionDays: retentionDays ?? catalog.defaults.backupRetentionDays,
    window,
    finalSnapshot: finalSnapshot ?? true,
    replicateTo: sortedUnique(replicateTo ?? []),
  };
}

function resolveMonitoring(context: DatabaseContext): Monitoring {
  const { database, engine, catalog } = context;
  const { monitoring } = database;
  return {
    enhancedSeconds: monitoring?.enhancedSeconds ?? catalog.defaults.enhancedMonitoringSeconds ?? 0,
    insights: resolveInsights(
      monitoring?.performanceInsights,
      hasInsights(context),
      catalog.defaults.insightsRetentionDays,
    ),
    logs: {
      exports: sortedUnique(monitoring?.logExports ?? engine?.logs.safe ?? []),
      retentionDays: monitoring?.logRetentionDays ?? catalog.defaults.logRetentionDays,
    },
  };
}

/** Whether every instance has a performance history: the engine has it, and every class that is written. */
function hasInsights({ database, engine }: DatabaseContext): boolean {
  const classes = [database.instances, ...Object.values(database.regions ?? {}).map((one) => one?.instances)];
  return classes.every((instances) => engine?.supportsInsights(instances?.class ?? "") ?? true);
}

type InsightsSpec = NonNullable<DatabaseSpec["monitoring"]>["performanceInsights"];

function resolveInsights(
  written: InsightsSpec,
  isSupported: boolean,
  defaultDays: number | undefined,
): Insights {
  if (written === false || (written === undefined && !isSupported)) return { kind: "off" };
  return { kind: "on", retentionDays: written?.retentionDays ?? defaultDays };
}
