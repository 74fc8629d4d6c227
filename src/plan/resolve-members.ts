import type { RegionName } from "../base/names";
import { sortedEntries } from "../base/ordering";
import type { Capacity, ClusterMember, DatabaseCore, InstanceMember, ReplicaMember } from "../model/database";
import type { EngineFacts } from "../model/engine";
import { instanceIdentifier, memberIdentifier, replicaIdentifier } from "./names";
import type { DatabaseContext } from "./database-context";

/** More than any provider allows; a spec that asks for more is refused, and needs no more names for that. */
const MOST_NAMED = 64;

/** The cluster of a Region, with the settings of that Region over those of the database. */
export function resolveCluster(
  context: DatabaseContext,
  core: DatabaseCore,
  region: RegionName,
): ClusterMember {
  const { database, spec, catalog } = context;
  const own = database.regions?.[region];
  const identifier = memberIdentifier(core.identifier, region);
  const isPrimary = database.topology === "single-region" || region === spec.primaryRegion;
  const count =
    own?.headless === true
      ? 0
      : (own?.instances?.count ?? database.instances?.count ?? catalog.defaults.clusterInstances);
  return {
    kind: "cluster",
    role: isPrimary ? "primary" : "secondary",
    region,
    identifier,
    capacity: resolveCapacity(context, region),
    instanceIdentifiers: named(count, (index) => instanceIdentifier(identifier, index)),
    multiAz: context.engine?.supportsMultiAz === true ? instanceOf(context, region).multiAz : undefined,
    ...commonOf(context, region),
  };
}

/** The instance of a Region that takes writes. */
export function resolveInstance(
  context: DatabaseContext,
  core: DatabaseCore,
  region: RegionName,
): InstanceMember {
  return {
    kind: "instance",
    region,
    identifier: memberIdentifier(core.identifier, region),
    ...instanceOf(context, region),
    ...commonOf(context, region),
  };
}

/** The read replicas in a Region: as many as the Region says, else as the database says for secondary Regions. */
export function resolveReplicas(
  context: DatabaseContext,
  core: DatabaseCore,
  region: RegionName,
): readonly ReplicaMember[] {
  const { database, spec } = context;
  const isCrossRegion = region !== spec.primaryRegion;
  const count = database.regions?.[region]?.replicas ?? (isCrossRegion ? (database.replicas ?? 1) : 0);
  return named(count, (index) => replicaIdentifier(core.identifier, region, index)).map((identifier) => ({
    kind: "replica",
    region,
    identifier,
    isCrossRegion,
    ...instanceOf(context, region),
    ...(context.engine?.replicas?.supportsMultiAz === false ? { multiAz: false } : {}),
    ...commonOf(context, region),
  }));
}

function resolveCapacity({ database }: DatabaseContext, region: RegionName): Capacity {
  const { serverless } = database;
  if (serverless !== undefined) {
    return { kind: "serverless", minimum: serverless.minCapacity, maximum: serverless.maxCapacity };
  }
  return {
    kind: "provisioned",
    class: database.regions?.[region]?.instances?.class ?? database.instances?.class ?? "",
  };
}

function instanceOf({ database, engine }: DatabaseContext, region: RegionName) {
  const own = database.regions?.[region];
  return {
    class: own?.instances?.class ?? database.instances?.class ?? "",
    multiAz: own?.multiAz ?? database.multiAz ?? hasStandby(engine, database.engineVersion),
  };
}

function hasStandby(engine: EngineFacts | undefined, version: string): boolean {
  return engine === undefined || (engine.supportsMultiAz && engine.supportsMultiAzOf(version).supported);
}

/** Parameters and tags: the Region's over the database's, field by field. */
function commonOf({ database, engine }: DatabaseContext, region: RegionName) {
  const own = database.regions?.[region];
  const textOf = (name: string, value: string | number | boolean): string => {
    if (typeof value !== "boolean" || engine === undefined) return String(value);
    const { on, off } = engine.switchValues(name);
    return value ? on : off;
  };
  return {
    parameters: Object.fromEntries(
      sortedEntries({ ...database.parameters, ...own?.parameters }).map(([name, value]) => [
        name,
        textOf(name, value),
      ]),
    ),
    tags: { ...database.tags, ...own?.tags },
  };
}

function named(count: number, name: (index: number) => string): string[] {
  return Array.from({ length: Math.min(count, MOST_NAMED) }, (_, index) => name(index + 1));
}
