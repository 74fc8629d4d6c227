import { regionNames } from "../../base/names";
import type { ReadReplicaTopology } from "../../model/database";
import type { EngineFacts } from "../../model/engine";
import { atKey, type Rule, type RuleContext } from "../rule";
import { memberPath, regionOfDatabase } from "./member-path";

/** Read replicas: some, not too many, of a source that keeps backups, in Regions that they can reach. */
export const replicasRule: Rule = (context) => {
  const { resolved, catalog, report } = context;
  for (const [name, database] of resolved.databases) {
    if (database.topology !== "read-replicas") continue;
    const engine = catalog.engines.get(database.engine);
    if (engine?.replicas === undefined) continue;
    if (database.replicas.length === 0)
      report("databases/no-replicas", { database: name }, ["databases", name, "topology"]);
    checkNumber(context, database, engine);
    checkPairs(context, database, engine);
    checkStandby(context, database, engine);
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
