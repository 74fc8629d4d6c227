import { suggest } from "../../base/suggest";
import { clustersOf, membersOf, type ClusterMember, type PlannedDatabase } from "../../model/database";
import type { EngineFacts } from "../../model/engine";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule, type RuleContext } from "../rule";
import { memberPath } from "./member-path";

/** The instances of every member: a class that engine and topology take, and a number that they take. */
export const instancesRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) {
    checkClasses(context, database);
    // A count that several clusters inherit is refused once, for the first of them.
    const refused = new Set<string>();
    for (const cluster of clustersOf(database)) {
      const place = JSON.stringify(countPath(context, database, cluster));
      if (!refused.has(place) && !checkCount(context, database, cluster)) refused.add(place);
    }
    checkInstanceCount(context, database);
  }
};

function checkClasses(context: RuleContext, database: PlannedDatabase): void {
  const { catalog, spec, report, isWritten } = context;
  const { name, topology } = database;
  const engine = catalog.engines.get(database.engine);
  if (engine === undefined) return;
  const reported = new Set<string>();
  for (const member of membersOf(database)) {
    const path = memberPath(context, name, member.region, ["instances", "class"]);
    if (reported.has(JSON.stringify(path))) continue;
    reported.add(JSON.stringify(path));
    const isServerless = member.kind === "cluster" && member.capacity.kind === "serverless";
    if (isServerless) {
      if (isWritten(path)) report("databases/class-and-serverless", {}, atKey(path));
      continue;
    }
    const given = member.kind === "cluster" ? capacityClass(member) : member.class;
    if (given !== "") checkClass(context, given, topology, engine, path);
    else if (member.kind !== "cluster" || member.instanceIdentifiers.length > 0) {
      const at =
        spec.databases?.[name]?.instances === undefined
          ? ["databases", name]
          : ["databases", name, "instances"];
      report(
        "databases/instance-class-missing",
        { database: name, example: catalog.words.instanceClass[engine.form] },
        atKey(at),
      );
      return;
    }
  }
}

function capacityClass({ capacity }: ClusterMember): string {
  return capacity.kind === "provisioned" ? capacity.class : "";
}

function checkClass(
  { catalog, report }: RuleContext,
  given: string,
  topology: PlannedDatabase["topology"],
  engine: EngineFacts,
  path: SpecPath,
): void {
  const parameters = { class: given };
  switch (catalog.instanceClassProblem(given, topology, engine)) {
    case undefined:
      return;
    case "malformed":
      return report(
        "databases/instance-class-form",
        {
          ...parameters,
          example: catalog.words.instanceClass[engine.form],
          suggestion: suggest(given, catalog.instanceClasses),
        },
        path,
      );
    case "serverless":
      return report("databases/instance-class-serverless", parameters, path);
    case "unencrypted":
      return report("databases/instance-class-unencrypted", parameters, path);
    case "not-for-clusters":
      return report("databases/instance-class-not-for-clusters", parameters, path);
    case "not-for-engine":
      return report("databases/instance-class-not-for-engine", { ...parameters, engine: engine.name }, path);
    case "unverified":
      return report(
        "databases/support-unverified",
        { what: `instance class "${given}" of ${engine.name}` },
        path,
      );
    case "burstable":
      return report("databases/instance-class-burstable", { ...parameters, topology }, path);
  }
}

function countPath(context: RuleContext, { name }: PlannedDatabase, { region }: ClusterMember): SpecPath {
  return memberPath(context, name, region, ["instances", "count"]);
}

/** Whether the cluster can have as many instances as it is to have. */
function checkCount(context: RuleContext, database: PlannedDatabase, cluster: ClusterMember): boolean {
  const { report } = context;
  const { name } = database;
  const { region, role } = cluster;
  const count = cluster.instanceIdentifiers.length;
  const path = countPath(context, database, cluster);
  const maximum = maximumOf(context, database, role);
  if (count > maximum) {
    report(
      "databases/too-many-instances",
      { region, count: writtenCount(context, path, count), maximum },
      path,
    );
    return false;
  }
  if (role === "secondary") return count > 0 || checkHeadless(context, database, cluster);
  if (context.spec.databases?.[name]?.regions?.[region]?.headless === true) {
    report(
      "databases/headless-primary",
      { region },
      atKey(["databases", name, "regions", region, "headless"]),
    );
    return true;
  }
  if (count === 0) {
    report("databases/primary-without-instance", { database: name }, path);
    return false;
  }
  if (count === 1 && cluster.multiAz !== true)
    report("databases/single-instance", { database: name, region }, path);
  return true;
}

/** The number as written: names are made for so many instances only as any provider allows. */
function writtenCount({ spec }: RuleContext, path: SpecPath, count: number): number {
  const database = spec.databases?.[String(path[1])];
  const instances =
    path[2] === "regions" ? database?.regions?.[String(path[3])]?.instances : database?.instances;
  return instances?.count ?? count;
}

function maximumOf({ catalog }: RuleContext, database: PlannedDatabase, role: ClusterMember["role"]): number {
  const { limits } = catalog;
  if (database.topology !== "global-database") return limits.clusterInstances.maximum;
  if (role === "secondary") return limits.secondaryInstances.maximum;
  if (limits.primaryInstancesAndSecondaries === undefined) return limits.clusterInstances.maximum;
  return limits.primaryInstancesAndSecondaries.maximum - database.secondaries.length;
}

/** A secondary cluster without an instance keeps the data only. Whether it may. */
function checkHeadless(context: RuleContext, database: PlannedDatabase, cluster: ClusterMember): boolean {
  const { spec, catalog, report } = context;
  const { region } = cluster;
  const settings = spec.databases?.[database.name]?.regions?.[region];
  const isSaid = settings?.headless === true;
  const path = isSaid
    ? ["databases", database.name, "regions", region, "headless"]
    : countPath(context, database, cluster);
  const engine = catalog.engines.get(database.engine);
  if (isSaid && (settings.instances?.count ?? 0) > 0) {
    report("databases/headless-with-instances", { region }, path);
  } else if (engine?.supportsHeadless === false) {
    report("databases/headless-engine", { engine: engine.name, region }, path);
  } else if (database.topology === "global-database" && database.writeForwarding) {
    const place = ["databases", database.name, "writeForwarding"];
    report("databases/headless-write-forwarding", { region }, path, [
      { message: "write forwarding stands here", path: place, part: "value" },
    ]);
  } else {
    report("databases/headless-secondary", { database: database.name, region }, path);
    return true;
  }
  return false;
}

/** A database that is no cluster is one instance; more of them are its read replicas. */
function checkInstanceCount({ spec, catalog, report }: RuleContext, { name, engine }: PlannedDatabase): void {
  if (catalog.engines.get(engine)?.form !== "instance") return;
  const written = spec.databases?.[name];
  const check = (count: number | undefined, path: SpecPath) => {
    if (count !== undefined && count !== 1) report("databases/instance-count", { engine, count }, path);
  };
  check(written?.instances?.count, ["databases", name, "instances", "count"]);
  for (const [region, own] of Object.entries(written?.regions ?? {})) {
    check(own?.instances?.count, ["databases", name, "regions", region, "instances", "count"]);
  }
}
