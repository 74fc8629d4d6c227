import type { RegionName } from "../base/names";
import { sortedBy } from "../base/ordering";
import type {
  DatabaseCore,
  GlobalDatabase,
  InstanceStorage,
  PlannedDatabase,
  ReadReplicaTopology,
} from "../model/database";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { DatabaseContext } from "./database-context";
import { databaseRegions } from "./database-regions";
import { resolveDatabaseCore } from "./resolve-database-core";
import { resolveCluster, resolveInstance, resolveReplicas } from "./resolve-members";

/** The databases by name, in the order of their names. */
export function resolveDatabases(
  spec: DeploymentSpec,
  catalog: ProviderCatalog,
): ReadonlyMap<string, PlannedDatabase> {
  const databases = sortedBy(Object.entries(spec.databases ?? {}), ([name]) => name);
  return new Map(
    databases.map(([name, database]) => {
      const engine = catalog.engines.get(database.engine);
      return [name, resolveDatabase({ name, database, engine, spec, catalog })];
    }),
  );
}

function resolveDatabase(context: DatabaseContext): PlannedDatabase {
  const { database, engine, spec } = context;
  const core = resolveDatabaseCore(context);
  const regions = databaseRegions(database, spec);
  switch (database.topology) {
    case "global-database":
      return globalDatabase(context, core, regions);
    case "read-replicas":
      return readReplicas(context, core, regions);
    case "single-region": {
      const [region = spec.primaryRegion] = regions;
      if (engine?.form === "instance") {
        const instance = resolveInstance(context, core, region);
        return {
          ...core,
          topology: "single-region",
          form: "instance",
          instance,
          storage: resolveStorage(context),
        };
      }
      return {
        ...core,
        topology: "single-region",
        form: "cluster",
        cluster: resolveCluster(context, core, region),
        backtrackHours: database.backtrackHours ?? 0,
      };
    }
  }
}

function globalDatabase(
  context: DatabaseContext,
  core: DatabaseCore,
  regions: readonly RegionName[],
): GlobalDatabase {
  const { database, spec } = context;
  const { primaryRegion } = spec;
  return {
    ...core,
    topology: "global-database",
    primaryRegion,
    primary:
      database.adopt === undefined
        ? resolveCluster(context, core, primaryRegion)
        : { kind: "adopted", region: primaryRegion, identifier: database.adopt.clusterIdentifier },
    secondaries: regions
      .filter((region) => region !== primaryRegion)
      .map((region) => resolveCluster(context, core, region)),
    writeForwarding: database.writeForwarding ?? false,
  };
}

function readReplicas(
  context: DatabaseContext,
  core: DatabaseCore,
  regions: readonly RegionName[],
): ReadReplicaTopology {
  return {
    ...core,
    topology: "read-replicas",
    source: resolveInstance(context, core, context.spec.primaryRegion),
    replicas: regions.flatMap((region) => resolveReplicas(context, core, region)),
    replicaMode: context.database.replicaMode,
    drRegion: context.database.drReplica,
    storage: resolveStorage(context),
  };
}

function resolveStorage({ database, catalog }: DatabaseContext): InstanceStorage {
  const { allocatedGiB = 0, maxAllocatedGiB, type, iops, throughput } = database.storage ?? {};
  return { allocatedGiB, maxAllocatedGiB, type: type ?? catalog.defaults.storageType, iops, throughput };
}
