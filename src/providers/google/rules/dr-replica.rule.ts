import type { DatabaseMember, PlannedDatabase, ReadReplicaTopology } from "../../../model/database";
import { strayRegion } from "../../../rules/places";
import type { Rule, RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { engines } from "../catalog/catalog";
import type { GoogleEngine } from "../catalog/engine";
import { STANDBY_FLAGS } from "../catalog/cloud-sql";
import { compareNumbers } from "../version-numbers";

/** A condition that does not hold, and what to write instead. */
interface Obstacle {
  readonly problem: string;
  readonly instead: string;
}

/** Flags that must be the same on a source and on what takes over from it. */
const SAME_FLAGS = [
  ...STANDBY_FLAGS,
  ...["max_parallel_maintenance_workers", "max_parallel_workers", "max_parallel_workers_per_gather"],
];
/** How flags begin that leave out some of what the source has: what takes over must have it all. */
const FILTER = "replicate_";
/** Flags of logical decoding, which a switchover would break. */
const DECODING_FLAGS = ["cloudsql.logical_decoding", "cloudsql.enable_pglogical"];

/**
 * The conditions of advanced disaster recovery, each with a refusal of its own:
 * https://cloud.google.com/sql/docs/postgres/use-advanced-disaster-recovery.
 */
export const drReplicaRule: Rule = (context) => {
  const { spec, resolved, report } = context;
  for (const [name, { drReplica: region }] of Object.entries(spec.databases ?? {})) {
    const database = resolved.databases.get(name);
    const engine = engines.get(database?.engine ?? "");
    // That it is not for another topology is said of the field.
    if (region === undefined || database?.topology !== "read-replicas" || engine === undefined) continue;
    const path: SpecPath = ["databases", name, "drReplica"];
    const stray = strayRegion(context, region);
    if (stray !== undefined) {
      report("databases/region-not-in-deployment", { database: name, region, ...stray }, path);
      continue;
    }
    const obstacles = [...obstaclesOfEngine(database, engine), ...obstaclesOfReplica(database, region)];
    for (const obstacle of obstacles) report("databases/dr-replica", { region, ...obstacle }, path);
    if (obstacles.length === 0) checkSize(context, database, region, path);
  }
};

function obstaclesOfEngine(
  { edition, engineVersion }: PlannedDatabase,
  { name, disasterRecoveryFrom, version }: GoogleEngine,
): readonly Obstacle[] {
  if (disasterRecoveryFrom === undefined)
    return [
      {
        problem: `for ${name} it would have to be cascadable, which nothing in a spec says`,
        instead: "remove drReplica, and make such a replica outside of the spec",
      },
    ];
  const isOld = version.isValid(engineVersion) && compareNumbers(engineVersion, disasterRecoveryFrom) < 0;
  const least = disasterRecoveryFrom.join(".");
  return [
    ...(isOld
      ? [{ problem: `${name} has them from version ${least} on`, instead: `use version ${least} or newer` }]
      : []),
    ...(edition === "enterprise-plus"
      ? []
      : [
          {
            problem: "only edition enterprise-plus has them",
            instead: "write edition: enterprise-plus, with machines such as db-perf-optimized-N-2",
          },
        ]),
  ];
}

function obstaclesOfReplica({ source, replicas }: ReadReplicaTopology, region: string): readonly Obstacle[] {
  if (region === source.region) {
    return [{ problem: "it is where the source itself is", instead: "name another Region of the database" }];
  }
  const replica = replicas.find((one) => one.region === region);
  if (replica === undefined) {
    const instead = `add ${region} to the regions of the database, with a replica`;
    return [{ problem: "the database has no read replica there", instead }];
  }
  return flagObstacles(source, replica);
}

function flagObstacles(source: DatabaseMember, replica: DatabaseMember): readonly Obstacle[] {
  const decoding = DECODING_FLAGS.find((flag) => source.parameters[flag] === "on");
  const filters = Object.keys(replica.parameters).filter((flag) => flag.startsWith(FILTER));
  const different = SAME_FLAGS.filter((flag) => source.parameters[flag] !== replica.parameters[flag]);
  return [
    ...(decoding === undefined
      ? []
      : [{ problem: `${decoding} is on`, instead: "turn logical decoding off, or remove drReplica" }]),
    ...filters.map((flag) => ({
      problem: `${flag} leaves out some of what the source has`,
      instead: "remove the parameter, or drReplica",
    })),
    ...different.map((flag) => ({
      problem: `${flag} is not the same there as on the source`,
      instead: "write the parameter once, at the database",
    })),
  ];
}

/** A replica that takes over should be able to carry what the source carries. */
function checkSize(
  { report }: RuleContext,
  { source, replicas }: ReadReplicaTopology,
  region: string,
  path: SpecPath,
): void {
  const replica = replicas.find((one) => one.region === region);
  if (replica === undefined) return;
  if (replica.class !== source.class) {
    const what = `has machine ${replica.class}, the source ${source.class}`;
    report("databases/smaller-dr-replica", { region, what }, path);
  }
  if (source.multiAz && !replica.multiAz)
    report("databases/smaller-dr-replica", { region, what: "has no standby, as the source has" }, path);
}
