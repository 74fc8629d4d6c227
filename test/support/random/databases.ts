import type { Topology } from "../../../src/model/database";
import { awsCatalog, engines } from "../../../src/providers/aws/catalog/catalog";
import type { AwsEngine } from "../../../src/providers/aws/catalog/engine";
import { asRegionName } from "../../../src/base/names";
import type { Draw } from "./draw";
import type { RandomKeySet, Surroundings } from "./key-sets";
import { monitoring, storage, windows } from "./database-parts";
import { anyText, databaseNames, tags } from "./texts";

/** What a database may use. */
export interface DatabaseSurroundings extends Surroundings {
  readonly keySets: readonly RandomKeySet[];
  readonly account: string | undefined;
}

/** Databases of every engine and topology, each with key sets that can serve it. */
export function databases(draw: Draw, surroundings: DatabaseSurroundings): Record<string, object> {
  return Object.fromEntries(
    draw.from(databaseNames).map((name) => [name, database(draw, surroundings, name)]),
  );
}

/** Versions that have everything, by engine; the others are of the same line everywhere. */
const VERSIONS: Readonly<Record<string, readonly string[]>> = {
  "aurora-postgresql": ["16.6", "15.10", "17"],
  "aurora-mysql": ["8.0.mysql_aurora.3.08.2", "8.0"],
  postgres: ["16.6", "13.18"],
  mysql: ["8.0.40", "8.4.3"],
  mariadb: ["10.11.10", "11.4.4"],
  "oracle-ee": ["19.0.0.0.ru-2024-10.rur-2024-10.r1", "19"],
  "oracle-ee-cdb": ["21.0.0.0.ru-2024-10.rur-2024-10.r1"],
  "oracle-se2": ["19"],
  "db2-ae": ["11.5.9.0.sb00054960.r1", "12.1.4.0"],
  "db2-se": ["11.5.9.0.sb00054960.r1"],
  "sqlserver-web": ["16.00.4215.2.v1"],
};
const SQLSERVER_VERSIONS = ["16.00.4165.4.v1", "15.00.4410.1.v1"];

/** What is decided first, and what everything else must fit. */
export interface DatabaseSubject {
  readonly engine: AwsEngine;
  readonly topology: Topology;
  /** The first is that of the primary member. */
  readonly regions: readonly string[];
  readonly keySet: RandomKeySet;
  /** Key sets that have a key in each of its Regions. */
  readonly candidates: readonly RandomKeySet[];
}

function database(draw: Draw, surroundings: DatabaseSurroundings, name: string): object {
  const engine = draw.one([...engines.values()]);
  const topology = draw.one(engine.topologies.filter((one) => isPossible(one, surroundings)));
  const regions = regionsOf(draw, topology, surroundings.regions);
  const candidates = surroundings.keySets.filter(
    (set) => set.isEnabled && regions.every((region) => set.regions.includes(region)),
  );
  const serving = candidates.filter(({ purposes }) => purposes.includes("database"));
  const owned = engine.form === "cluster" && topology === "single-region";
  const keySet = draw.one(serving.filter(({ strategy }) => owned || strategy !== "aws-owned"));
  const subject: DatabaseSubject = { engine, topology, regions, keySet, candidates };
  return {
    engine: engine.name,
    engineVersion: draw.one(VERSIONS[engine.name] ?? SQLSERVER_VERSIONS),
    topology,
    key: keySet.name,
    ...names(draw, name, engine),
    ...(engine.form === "cluster" ? cluster(draw, subject, name) : instance(draw, subject)),
    ...common(draw, subject, surroundings),
  };
}

function supportsGlobal(region: string): boolean {
  return awsCatalog.regions.get(asRegionName(region))?.supports["global-database"] !== "no";
}

function isPossible(topology: Topology, { regions }: Surroundings): boolean {
  const [primary = "", ...others] = regions;
  if (topology === "global-database") return supportsGlobal(primary) && others.some(supportsGlobal);
  return true;
}

function regionsOf(draw: Draw, topology: Topology, all: readonly string[]): string[] {
  const [primary = "", ...others] = all;
  if (topology === "single-region") return [draw.one(all)];
  // Some engines have three read replicas, and then one in each Region.
  if (topology === "read-replicas") return [primary, ...draw.some(others).slice(0, 3)];
  return [primary, ...draw.some(others.filter(supportsGlobal), 1)];
}

/** The names of a database: the identifier is derived or written, and short enough for every member. */
function names(draw: Draw, name: string, engine: AwsEngine): object {
  const isField = engine.fields.includes("databaseName");
  return {
    ...draw.maybe("identifier", 3, () => `own-${name}`),
    ...(isField ? draw.maybe("databaseName", 3, () => draw.one(["ledger", "A1", "Orders"])) : {}),
    ...draw.maybe("masterUsername", 3, () => draw.one(["owner", "Operator_1"])),
  };
}

function canBacktrackIn(region: string): boolean {
  return awsCatalog.regions.get(asRegionName(region))?.supportsBacktrack !== "no";
}

function cluster(draw: Draw, subject: DatabaseSubject, name: string): object {
  const { engine, topology, regions, keySet } = subject;
  const [primary = "", ...secondaries] = regions;
  const isGlobal = topology === "global-database";
  const isServerless = draw.chance(4);
  const classes = ["db.r6g.large", "db.r7i.2xlarge", ...(isGlobal ? [] : ["db.t4g.medium"])];
  const count = (most: number) => draw.maybe("count", 2, () => draw.integer(1, most));
  const size = isServerless
    ? {
        serverless: { minCapacity: draw.integer(0, 10) / 2, maxCapacity: draw.one([5, 12.5, 256]) },
        instances: count(3),
      }
    : { instances: { class: draw.one(classes), ...count(3) } };
  const writeForwarding = isGlobal && draw.chance(4);
  const isAdopted = isGlobal && draw.chance(5);
  const member = (region: string) => {
    const isHeadless =
      isGlobal && engine.supportsHeadless && !writeForwarding && region !== primary && draw.chance(4);
    return {
      ...(isHeadless
        ? draw.one([{ headless: true }, { instances: { count: 0 } }])
        : draw.maybe("instances", 3, () => count(4))),
      ...memberCommon(draw, subject),
    };
  };
  return {
    ...size,
    ...(writeForwarding ? { writeForwarding } : {}),
    ...(isAdopted
      ? {
          adopt: { clusterIdentifier: `standing-${name}` },
          databaseName: undefined,
          masterUsername: undefined,
        }
      : {}),
    ...(engine.supportsBacktrack && topology === "single-region" && canBacktrackIn(primary)
      ? draw.maybe("backtrackHours", 3, () => draw.integer(0, 72))
      : {}),
    ...(isAdopted || isGlobal ? {} : password(draw, subject)),
    regions: Object.fromEntries(
      [...(isAdopted ? [] : [primary]), ...secondaries].map((region) => [
        region,
        draw.chance(3) ? null : member(region),
      ]),
    ),
    backup: {
      ...draw.maybe("retentionDays", 3, () => draw.integer(1, 35)),
      ...(isAdopted ? {} : draw.maybe("finalSnapshot", 4, () => draw.chance(2))),
    },
    ...(keySet.strategy.startsWith("aws-")
      ? {}
      : draw.maybe("shareSnapshotsWith", 4, () => ["777788889999"])),
  };
}

/** What any member may have of its own. */
function memberCommon(draw: Draw, { candidates, keySet }: DatabaseSubject): object {
  const others = candidates.filter(
    ({ purposes, strategy }) => purposes.includes("database") && !strategy.startsWith("aws-"),
  );
  const canDiffer = !keySet.strategy.startsWith("aws-") && others.length > 0;
  return {
    ...(canDiffer ? draw.maybe("key", 5, () => draw.one(others).name) : {}),
    ...draw.maybe("parameters", 4, () => parameters(draw)),
    ...draw.maybe("tags", 4, () => draw.from(tags)),
  };
}

function instance(draw: Draw, subject: DatabaseSubject): object {
  const { engine, topology, regions, keySet } = subject;
  const [primary = "", ...secondaries] = regions;
  const isReplicated = topology === "read-replicas";
  const replicas = isReplicated ? engine.replicas : undefined;
  const hasStandby = () => replicas?.needsStandby === true || draw.chance(2);
  const member = (region: string) => {
    const isSource = region === primary;
    const { parameters: own, ...rest } = memberCommon(draw, subject) as { parameters?: object };
    const takesParameters = isSource || replicas?.takesParameterGroup === true;
    return {
      ...rest,
      ...(takesParameters && own !== undefined ? { parameters: own } : {}),
      ...draw.maybe("instances", 4, () => ({ class: "db.m6i.xlarge" })),
      ...draw.maybe("multiAz", 3, () =>
        isSource ? hasStandby() : replicas?.supportsMultiAz === true && draw.chance(2),
      ),
    };
  };
  // With no other Region, the replica stands beside its source.
  const beside = isReplicated && secondaries.length === 0 ? { replicas: 1 } : {};
  return {
    instances: {
      class: draw.one(["db.m6i.large", "db.r6i.2xlarge", ...(engine.supportsArm ? ["db.m7g.large"] : [])]),
    },
    storage: storage(draw, engine.storageTypes),
    ...draw.maybe("multiAz", 3, hasStandby),
    ...(replicas !== undefined && replicas.modes.length > 0
      ? draw.maybe("replicaMode", 2, () => draw.one(replicas.modes))
      : {}),
    regions: Object.fromEntries(
      regions.map((region) => [region, { ...member(region), ...(region === primary ? beside : {}) }]),
    ),
    ...license(draw, engine),
    ...password(draw, subject),
    backup: {
      retentionDays: draw.integer(1, 35),
      ...draw.maybe("finalSnapshot", 4, () => draw.chance(2)),
      // Of the Regions of the deployment the database has keys in its own.
      ...(secondaries.length > 0 ? draw.maybe("replicateTo", 3, () => draw.some(secondaries, 1)) : {}),
    },
    ...(keySet.strategy.startsWith("aws-")
      ? {}
      : draw.maybe("shareSnapshotsWith", 4, () => ["777788889999"])),
  };
}

/** License, character set and time zone, where the engine has them, with what a license asks for. */
function license(draw: Draw, engine: AwsEngine): object {
  const model =
    engine.fields.includes("licenseModel") && engine.licenseModels.length > 0
      ? draw.one(engine.licenseModels)
      : undefined;
  const required = engine.requiredParameters(model);
  return {
    ...(model === undefined ? {} : { licenseModel: model }),
    ...(engine.fields.includes("characterSet")
      ? draw.maybe("characterSet", 3, () => (engine.forms.characterSet ? "AL32UTF8" : draw.from(anyText)))
      : {}),
    ...(engine.fields.includes("timeZone")
      ? draw.maybe("timeZone", 3, () => (engine.forms.timeZone ? "UTC-11" : draw.from(anyText)))
      : {}),
    parameters: { ...parameters(draw), ...Object.fromEntries(required.map((name) => [name, "12345"])) },
  };
}

/** Where the provider allows it, a managed password, with a key of its own perhaps. */
function password(draw: Draw, { engine, topology, candidates }: DatabaseSubject): object {
  if (!awsCatalog.passwordSources(engine, topology).includes("managed"))
    return draw.maybe("masterPassword", 3, () => "variable");
  if (draw.chance(3)) return { masterPassword: "variable" };
  const keys = candidates.filter(
    ({ purposes, strategy }) => purposes.includes("secrets") && strategy !== "aws-owned",
  );
  return {
    ...draw.maybe("masterPassword", 3, () => "managed"),
    ...(keys.length > 0 ? draw.maybe("secretKey", 2, () => draw.one(keys).name) : {}),
  };
}

function parameters(draw: Draw): Record<string, unknown> {
  const names = draw.some(["work_mem", "log_statement", "rds.force_ssl", "a-b", "A1", "constructor"]);
  return Object.fromEntries(
    names.map((name) => [name, draw.one<unknown>([draw.from(anyText), 7, 0.5, true, "1"])]),
  );
}

function common(draw: Draw, subject: DatabaseSubject, { regions }: DatabaseSurroundings): object {
  const { engine, keySet } = subject;
  const copies =
    keySet.strategy === "aws-owned" ? [] : regions.filter((region) => keySet.regions.includes(region));
  const port = draw.integer(1150, 65_535);
  return {
    ...(engine.reservedPorts.includes(port) ? {} : draw.maybe("port", 4, () => port)),
    ...windows(draw),
    ...draw.maybe("autoMinorVersionUpgrade", 4, () => draw.chance(2)),
    ...draw.maybe("caCertificate", 4, () => "rds-ca-rsa4096-g1"),
    ...draw.maybe("monitoring", 2, () => monitoring(draw, subject)),
    ...(engine.supportsIamAuthentication
      ? draw.maybe("iamAuthentication", 3, () => draw.chance(2))
      : { iamAuthentication: false }),
    ...draw.maybe("deletionProtection", 4, () => draw.chance(2)),
    ...draw.maybe("protect", 4, () => draw.chance(2)),
    ...(copies.length > 0
      ? draw.maybe("snapshotCopies", 4, () => [
          { snapshot: draw.one(["nightly", "rds:nightly-2024"]), toRegion: draw.one(copies) },
        ])
      : {}),
    ...draw.maybe("tags", 3, () => draw.from(tags)),
  };
}
