import { membersOf, type PlannedDatabase, type Topology } from "../../model/database";
import type { EngineFacts } from "../../model/engine";
import { regionNames } from "../../base/names";
import { oneOf } from "../../base/text";
import type { MemberSpec } from "../../spec/schema/database";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, type Rule, type RuleContext } from "../rule";

/** What a field is for, and whether a database is that. */
interface Applicability {
  readonly field: SpecPath;
  readonly applies: (subject: Subject) => boolean;
  /** What it is for, in words, or which engines it is for. */
  readonly what: string | ((engine: EngineFacts) => boolean);
}

interface Subject {
  readonly topology: Topology;
  readonly engine: EngineFacts;
  readonly database: PlannedDatabase;
}

const isInstance = ({ engine }: Subject) => engine.form === "instance";
const isGlobal = ({ topology }: Subject) => topology === "global-database";
const isReplicated = ({ topology }: Subject) => topology === "read-replicas";
const isCreatedHere = ({ database }: Subject) =>
  database.topology !== "global-database" || database.primary.kind !== "adopted";

const CREATED_HERE = "databases that are created here; an adopted cluster has it already";

const FIELDS: readonly Applicability[] = [
  { field: ["storage"], applies: isInstance, what: "instances; a cluster's storage grows by itself" },
  {
    field: ["multiAz"],
    applies: ({ engine }) => engine.supportsMultiAz,
    what: "instances; a cluster has instances in several zones",
  },
  { field: ["replicas"], applies: isReplicated, what: 'topology "read-replicas"' },
  {
    field: ["replicaMode"],
    applies: (subject) => isReplicated(subject) && (subject.engine.replicas?.modes.length ?? 0) > 0,
    what: 'Oracle and Db2 with topology "read-replicas"',
  },
  {
    field: ["serverless"],
    applies: ({ engine }) => engine.supportsServerless,
    what: (engine) => engine.supportsServerless,
  },
  {
    field: ["backtrackHours"],
    applies: ({ engine, topology }) => engine.supportsBacktrack && topology === "single-region",
    what: 'engines that can be backtracked, with topology "single-region"; a global database cannot be',
  },
  { field: ["writeForwarding"], applies: isGlobal, what: 'topology "global-database"' },
  { field: ["adopt"], applies: isGlobal, what: 'topology "global-database"' },
  {
    field: ["backup", "replicateTo"],
    applies: ({ engine }) => engine.supportsBackupReplication,
    what: "instances; a cluster's backups stay in its Region",
  },
  {
    field: ["licenseModel"],
    applies: ({ engine }) => engine.fields.includes("licenseModel"),
    what: "engines that are licensed",
  },
  {
    field: ["characterSet"],
    applies: ({ engine }) => engine.fields.includes("characterSet"),
    what: ({ fields }) => fields.includes("characterSet"),
  },
  {
    field: ["timeZone"],
    applies: ({ engine }) => engine.fields.includes("timeZone"),
    what: ({ fields }) => fields.includes("timeZone"),
  },
  {
    field: ["databaseName"],
    applies: ({ engine }) => engine.fields.includes("databaseName"),
    what: "engines that make a database with the instance",
  },
  // What is said of the engine already is not said again of the cluster.
  {
    field: ["databaseName"],
    applies: (subject) => !subject.engine.fields.includes("databaseName") || isCreatedHere(subject),
    what: CREATED_HERE,
  },
  {
    field: ["backup", "finalSnapshot"],
    applies: isCreatedHere,
    what: "databases that are created here; nothing here deletes an adopted cluster",
  },
  { field: ["masterUsername"], applies: isCreatedHere, what: CREATED_HERE },
  { field: ["masterPassword"], applies: isCreatedHere, what: CREATED_HERE },
  {
    field: ["secretKey"],
    applies: ({ database }) => database.masterPassword === "managed",
    what: "a master password that the provider manages",
  },
];

/** A field that a database has no use for is refused: it would silently do nothing. */
export const databaseFieldAppliesRule: Rule = (context) => {
  for (const [name, database] of context.resolved.databases) {
    const engine = context.catalog.engines.get(database.engine);
    // About a topology that the engine does not have enough has been said.
    if (engine?.topologies.includes(database.topology) !== true) continue;
    const subject = { topology: database.topology, engine, database };
    for (const { field, applies, what } of FIELDS) {
      const path = ["databases", name, ...field];
      if (!context.isWritten(path) || applies(subject)) continue;
      const parameters = { field: String(field.at(-1)), what: wordsOf(what, context) };
      context.report("databases/field-not-applicable", parameters, atKey(path));
    }
    checkSwitches(context, name, subject);
    checkReplicaCount(context, name, subject);
    checkRegions(context, name, subject);
  }
};

function wordsOf(what: Applicability["what"], { catalog }: RuleContext): string {
  if (typeof what === "string") return what;
  return oneOf([...catalog.engines.values()].filter(what).map(({ name }) => name));
}

/** Switches that are on by default where the engine has them: only asking for them elsewhere is a mistake. */
function checkSwitches(
  { spec, report }: RuleContext,
  name: string,
  { engine, database: planned }: Subject,
): void {
  const database = spec.databases?.[name];
  if (database?.iamAuthentication === true && !engine.supportsIamAuthentication) {
    const parameters = { field: "iamAuthentication", what: "engines that can sign in with IAM" };
    report("databases/field-not-applicable", parameters, atKey(["databases", name, "iamAuthentication"]));
  }
  const insights = database?.monitoring?.performanceInsights;
  if (insights === undefined || insights === false) return;
  const without = classesOf(planned).find((instanceClass) => !engine.supportsInsights(instanceClass));
  if (without === undefined) return;
  const what = engine.supportsInsights("")
    ? `instance classes that have it, which ${without} has not`
    : "engines that have it";
  const path = ["databases", name, "monitoring", "performanceInsights"];
  report("databases/field-not-applicable", { field: "performanceInsights", what }, atKey(path));
}

/** A number of read replicas for each secondary Region says nothing where each has one of its own, or there is none. */
function checkReplicaCount({ spec, report }: RuleContext, name: string, subject: Subject): void {
  const { replicas, regions } = spec.databases?.[name] ?? {};
  if (replicas === undefined || !isReplicated(subject)) return;
  const own = regionNames(regions);
  const isFor = (own.length === 0 ? writtenRegions(spec) : own).some(
    (region) => region !== spec.primaryRegion && regions?.[region]?.replicas === undefined,
  );
  if (isFor) return;
  const what = "secondary Regions that do not say themselves how many they have";
  report("databases/field-not-applicable", { field: "replicas", what }, ["databases", name, "replicas"]);
}

function classesOf(database: PlannedDatabase): readonly string[] {
  return membersOf(database).map((member) => {
    if (member.kind !== "cluster") return member.class;
    return member.capacity.kind === "provisioned" ? member.capacity.class : "";
  });
}

function checkRegions({ spec, report }: RuleContext, name: string, subject: Subject): void {
  const written = spec.databases?.[name]?.regions;
  for (const region of regionNames(written)) {
    const own = written?.[region];
    const path = ["databases", name, "regions", region];
    const refuse = (field: string, what: string) => {
      report("databases/field-not-applicable", { field, what }, atKey([...path, field]));
    };
    if (own?.replicas !== undefined && !isReplicated(subject)) refuse("replicas", 'topology "read-replicas"');
    if (own?.multiAz !== undefined && !subject.engine.supportsMultiAz)
      refuse("multiAz", "instances; a cluster has instances in several zones");
    if (own?.headless !== undefined && !isGlobal(subject)) refuse("headless", 'topology "global-database"');
    checkReplicaSettings(subject, own, region !== spec.primaryRegion, refuse);
    const isAdopted = region === spec.primaryRegion && !isCreatedHere(subject);
    for (const field of ["instances", "headless", "parameters", "tags"] as const) {
      if (isAdopted && own?.[field] !== undefined) refuse(field, "clusters that are created here");
    }
    const isForCopies = (spec.databases?.[name]?.snapshotCopies ?? []).some(
      ({ toRegion, key }) => toRegion === region && key === undefined,
    );
    if (isAdopted && own?.key !== undefined && !isForCopies) refuse("key", "clusters that are created here");
  }
}

/** What a replica in another Region cannot have of its own. */
function checkReplicaSettings(
  { topology, engine }: Subject,
  own: MemberSpec | undefined,
  isCrossRegion: boolean,
  refuse: (field: string, what: string) => void,
): void {
  if (topology !== "read-replicas" || engine.replicas === undefined || !isCrossRegion) return;
  if (own?.multiAz === true && !engine.replicas.supportsMultiAz) {
    refuse("multiAz", "sources, and replicas of engines whose replicas can have a standby");
  }
  if (own?.parameters !== undefined && !engine.replicas.takesParameterGroup) {
    refuse("parameters", "sources, and replicas of engines that take a parameter group across Regions");
  }
}
