import { groupBy } from "../../base/group-by";
import { regionNames } from "../../base/names";
import type { ReadReplicaTopology } from "../../model/database";
import type { EngineFacts } from "../../model/engine";
import type { KeyAssignment } from "../../model/resolved";
import { atKey, type Rule, type RuleContext } from "../rule";
import { memberPath, regionOfDatabase } from "./member-path";

/** Read replicas: some, not too many, of a source that keeps backups, in Regions that they can reach. */
export const replicasRule: Rule = (context) => {
  const { resolved, catalog, report } = context;
  const assignments = groupBy(resolved.assignments, ({ database }) => database);
  for (const [name, database] of resolved.databases) {
    if (database.topology !== "read-replicas") continue;
    const engine = catalog.engines.get(database.engine);
    if (engine?.replicas === undefined) continue;
    if (database.replicas.length === 0)
      report("databases/no-replicas", { database: name }, ["databases", name, "topology"]);
    checkNumber(context, database, engine);
    checkPairs(context, database, engine);
    checkStandby(context, database, engine);
    checkForeignKeys(context, database, assignments.get(name) ?? []);
    if (database.backup.retentionDays < 1) {
      report("databases/source-without-backups", { database: name }, [
        "databases",
        name,
        "backup",
        "retentionDays",
      ]);
    }
  }
};

function checkNumber(
  { spec, report }: RuleContext,
  database: ReadReplicaTopology,
  { name: engine, replicas }: EngineFacts,
): void {
  if (replicas === undefined) return;
  const { name } = database;
  const written = spec.databases?.[name];
  const place =
    written?.replicas !== undefined
      ? ["databases", name, "replicas"]
      : regionNames(written?.regions).some((region) => written?.regions?.[region]?.replicas !== undefined)
        ? atKey(["databases", name, "regions"])
        : ["databases", name, "topology"];
  const count = database.replicas.length;
  if (count > replicas.maximum) {
    return report("databases/too-many-replicas", { engine, count, maximum: replicas.maximum }, place);
  }
  const crossRegion = database.replicas.filter(({ isCrossRegion }) => isCrossRegion).length;
  if (crossRegion > replicas.crossRegionPromised) {
    const what = `more than ${replicas.crossRegionPromised} cross-Region read replicas of one source`;
    report("databases/support-unverified", { what }, place);
  }
}

/** That a key of another account encrypts a replica is said of databases that are created, not of replicas. */
function checkForeignKeys(
  { spec, resolved, catalog, report }: RuleContext,
  { source }: ReadReplicaTopology,
  assignments: readonly KeyAssignment[],
): void {
  const { account } = spec.provider;
  const reported = new Set<string>();
  for (const { use, region, keySet, path } of assignments) {
    if (use !== "storage" || region === source.region || account === undefined) continue;
    const key = resolved.keySets.get(keySet)?.keyIn.get(region);
    const parsed = key?.kind === "existing-key" ? catalog.parseKeyIdentifier(key.id) : undefined;
    const place = JSON.stringify(path);
    if (parsed?.kind !== "key" || parsed.account === account || reported.has(place)) continue;
    reported.add(place);
    const what = `a key of another account (${parsed.account}) for a read replica in ${region}`;
    report("databases/support-unverified", { what }, path);
  }
}

function checkStandby(
  context: RuleContext,
  { name, source }: ReadReplicaTopology,
  { name: engine, replicas }: EngineFacts,
): void {
  if (replicas?.needsStandby !== true || source.multiAz) return;
  context.report(
    "databases/source-without-standby",
    { database: name, engine },
    memberPath(context, name, source.region, ["multiAz"]),
  );
}

function checkPairs(
  context: RuleContext,
  database: ReadReplicaTopology,
  { name: engine, replicas }: EngineFacts,
): void {
  const { report } = context;
  const from = database.source.region;
  const regions = new Set(
    database.replicas.filter(({ isCrossRegion }) => isCrossRegion).map(({ region }) => region),
  );
  for (const region of regions) {
    const support = replicas?.crossRegion(from, region);
    const place = atKey(regionOfDatabase(context, database.name, region));
    if (support === "unverified") {
      report(
        "databases/support-unverified",
        { what: `a read replica of ${engine} from ${from} in ${region}` },
        place,
      );
    }
  }
}
