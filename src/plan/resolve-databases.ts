import { regionNames, type RegionName } from "../base/names";
import { sortedBy, sortedEntries, sortedUnique } from "../base/ordering";
import type { ClusterMember, Insights, Instances, Monitoring, PlannedDatabase } from "../model/database";
import type { KeySet } from "../model/key";
import type { EngineFacts, ProviderCatalog } from "../model/provider-catalog";
import type { KeyAssignments } from "../model/resolved";
import type { DatabaseSpec, InstancesSpec } from "../spec/schema/database";
import type { DeploymentSpec } from "../spec/schema/deployment";
import { clusterIdentifier, instanceIdentifier } from "./names";
import { writtenRegions } from "../spec/written-regions";
import { inRegionOrder } from "./resolve-regions";

/** More than any provider allows; a spec that asks for more is refused, and needs no more names for that. */
const MOST_NAMED_INSTANCES = 64;

/** The databases by name, in the order of their names. */
export function resolveDatabases(
  spec: DeploymentSpec,
  catalog: ProviderCatalog,
): ReadonlyMap<string, PlannedDatabase> {
  const databases = sortedBy(Object.entries(spec.databases ?? {}), ([name]) => name);
  return new Map(databases.map(([name, database]) => [name, resolveDatabase(name, database, spec, catalog)]));
}

/** Which key set serves which use of a database. */
export function resolveAssignments(
  database: DatabaseSpec,
  keySets: ReadonlyMap<string, KeySet>,
): KeyAssignments {
  const { performanceInsights, logKey, logExports } = database.monitoring ?? {};
  // The provider's own key cannot be named for insights and logs: leaving the argument out means it.
  const named = (keySet: string) =>
    keySets.get(keySet)?.strategy === "provider-managed" ? undefined : keySet;
  const insights =
    performanceInsights === false ? undefined : named(performanceInsights?.key ?? database.key);
  const logs = logExports?.length === 0 ? undefined : named(logKey ?? database.key);
  return {
    storage: database.key,
    ...(insights === undefined ? {} : { insights }),
    ...(logs === undefined ? {} : { logs }),
  };
}

function resolveDatabase(
  name: string,
  database: DatabaseSpec,
  spec: DeploymentSpec,
  catalog: ProviderCatalog,
): PlannedDatabase {
  const { defaults } = catalog;
  const engine = catalog.engines.get(database.engine);
  const identifier = database.identifier ?? `${spec.name}-${name}`;
  const regions = databaseRegions(database, spec);
  const member = (region: RegionName): ClusterMember => {
    const cluster = clusterIdentifier(identifier, region);
    const instances = resolveInstances(database.instances, database.regions?.[region]?.instances, catalog);
    return {
      role: region === spec.primaryRegion ? "primary" : "secondary",
      region,
      identifier: cluster,
      instances,
      instanceIdentifiers: Array.from(
        { length: Math.min(instances.count, MOST_NAMED_INSTANCES) },
        (_, index) => instanceIdentifier(cluster, index + 1),
      ),
    };
  };
  return {
    topology: database.topology,
    name,
    engine: database.engine,
    engineVersion: database.engineVersion,
    identifier,
    databaseName: database.databaseName,
    masterUsername: database.masterUsername ?? defaults.masterUsername,
    masterPassword: database.masterPassword ?? "variable",
    port: database.port ?? engine?.standardPort ?? 0,
    parameters: Object.fromEntries(
      sortedEntries(database.parameters).map(([parameter, value]) => [parameter, String(value)]),
    ),
    backupRetentionDays: database.backup?.retentionDays ?? defaults.backupRetentionDays,
    monitoring: resolveMonitoring(database, engine, catalog),
    deletionProtection: database.deletionProtection ?? true,
    protect: database.protect ?? true,
    tags: database.tags ?? {},
    primary: member(spec.primaryRegion),
    secondaries: regions.filter((region) => region !== spec.primaryRegion).map(member),
    writeForwarding: database.writeForwarding ?? false,
  };
}

/** The Regions a database runs in: the primary Region, and those it lists or else all. */
function databaseRegions(database: DatabaseSpec, spec: DeploymentSpec): RegionName[] {
  const listed = database.regions === undefined ? writtenRegions(spec) : regionNames(database.regions);
  return inRegionOrder([spec.primaryRegion, ...listed], spec.primaryRegion);
}

function resolveInstances(
  everywhere: InstancesSpec | undefined,
  here: InstancesSpec | undefined,
  { defaults }: ProviderCatalog,
): Instances {
  return {
    class: here?.class ?? everywhere?.class ?? "",
    count: here?.count ?? everywhere?.count ?? defaults.clusterInstances,
  };
}

function resolveMonitoring(
  { monitoring }: DatabaseSpec,
  engine: EngineFacts | undefined,
  { defaults }: ProviderCatalog,
): Monitoring {
  return {
    enhancedSeconds: monitoring?.enhancedSeconds ?? defaults.enhancedMonitoringSeconds,
    insights: resolveInsights(monitoring?.performanceInsights, defaults.insightsRetentionDays),
    logs: {
      exports: sortedUnique(monitoring?.logExports ?? engine?.logs.safe ?? []),
      retentionDays: monitoring?.logRetentionDays ?? defaults.logRetentionDays,
    },
  };
}

type InsightsSpec = NonNullable<DatabaseSpec["monitoring"]>["performanceInsights"];

function resolveInsights(insights: InsightsSpec, defaultDays: number): Insights {
  if (insights === false) return { kind: "off" };
  return { kind: "on", retentionDays: insights?.retentionDays ?? defaultDays };
}
