import type { RegionName } from "../base/names";
import { firstRegionOf, regionsOf, type PlannedDatabase } from "../model/database";
import { canBeNamed, type KeySet, type KeyUse } from "../model/key";
import type { ProviderCapabilities } from "../model/provider-catalog";
import type { KeyAssignment } from "../model/resolved";
import type { DatabaseSpec } from "../spec/schema/database";

type Path = readonly (string | number)[];

/** A key set as the spec names it, and where. */
interface NamedKeySet {
  readonly keySet: string;
  readonly path: Path;
}

/** Which key set is to serve which use of a database, Region by Region. */
export function resolveAssignments(
  database: DatabaseSpec,
  planned: PlannedDatabase,
  keySets: ReadonlyMap<string, KeySet>,
  { keyUses }: ProviderCapabilities,
): readonly KeyAssignment[] {
  const { name } = planned;
  const isNamed = ({ keySet }: NamedKeySet) => canBeNamed(keySets.get(keySet)?.strategy ?? "existing");
  const assign = (use: KeyUse, region: RegionName, named: NamedKeySet, item?: number): KeyAssignment => ({
    database: name,
    use,
    region,
    ...(item === undefined ? {} : { item }),
    ...named,
  });
  const inEveryRegion = regionsOf(planned).flatMap((region) => {
    const storage = storageKey(database, name, region);
    const insights = insightsKey(database, planned) ?? storage;
    const logs = logKey(database, name) ?? storage;
    return [
      assign("storage", region, storage),
      // The provider's own key cannot be named for these: leaving the argument out means it.
      ...(planned.monitoring.insights.kind === "on" && isNamed(insights)
        ? [assign("insights", region, insights)]
        : []),
      ...(planned.monitoring.logs.exports.length > 0 && isNamed(logs) ? [assign("logs", region, logs)] : []),
    ];
  });
  const secret = secretKey(database, planned);
  const all = [
    ...inEveryRegion,
    ...(secret !== undefined && isNamed(secret) ? [assign("secret", firstRegionOf(planned), secret)] : []),
    ...(database.backup?.replicateTo ?? []).map((region, index) =>
      assign("backup-replication", region, {
        keySet: storageKey(database, name, region).keySet,
        path: ["databases", name, "backup", "replicateTo", index],
      }),
    ),
    ...(database.snapshotCopies ?? []).map((copy, index) => {
      const path = ["databases", name, "snapshotCopies", index];
      const named =
        copy.key === undefined
          ? { keySet: storageKey(database, name, copy.toRegion).keySet, path: [...path, "toRegion"] }
          : { keySet: copy.key, path: [...path, "key"] };
      return assign("snapshot-copy", copy.toRegion, named, index);
    }),
  ];
  return all.filter(({ use }) => keyUses.includes(use));
}

function storageKey(database: DatabaseSpec, name: string, region: RegionName): NamedKeySet {
  const own = database.regions?.[region]?.key;
  return own === undefined
    ? { keySet: database.key, path: ["databases", name, "key"] }
    : { keySet: own, path: ["databases", name, "regions", region, "key"] };
}

function insightsKey({ monitoring }: DatabaseSpec, { name }: PlannedDatabase): NamedKeySet | undefined {
  const written = monitoring?.performanceInsights;
  if (written === undefined || written === false || written.key === undefined) return undefined;
  return { keySet: written.key, path: ["databases", name, "monitoring", "performanceInsights", "key"] };
}

function logKey({ monitoring }: DatabaseSpec, name: string): NamedKeySet | undefined {
  if (monitoring?.logKey === undefined) return undefined;
  return { keySet: monitoring.logKey, path: ["databases", name, "monitoring", "logKey"] };
}

function secretKey(
  database: DatabaseSpec,
  { name, masterPassword }: PlannedDatabase,
): NamedKeySet | undefined {
  if (database.secretKey === undefined || masterPassword !== "managed") return undefined;
  return { keySet: database.secretKey, path: ["databases", name, "secretKey"] };
}
