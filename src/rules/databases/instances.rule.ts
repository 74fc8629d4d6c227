import { membersOf, type ClusterMember, type GlobalDatabase } from "../../model/database";
import type { Rule, RuleContext } from "../rule";
import { atKey } from "../rule";
import { memberPath } from "./member-path";

/** The instances of every cluster: a class that the topology takes, and a number that it takes. */
export const instancesRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) {
    for (const member of membersOf(database)) {
      checkClass(context, database, member);
      checkCount(context, database, member);
    }
  }
};

function checkClass(
  context: RuleContext,
  database: GlobalDatabase,
  { region, instances }: ClusterMember,
): void {
  const { catalog, report } = context;
  const path = memberPath(context, database.name, region, ["instances", "class"]);
  if (instances.class === "") {
    if (instances.count > 0) {
      report(
        "databases/instance-class-missing",
        { database: database.name },
        atKey(["databases", database.name, "instances"]),
      );
    }
    return;
  }
  const problem = catalog.instanceClassProblem(instances.class, database.topology);
  const given = { class: instances.class };
  if (problem?.kind === "malformed") report("databases/instance-class-form", given, path);
  if (problem?.kind === "serverless") report("databases/instance-class-serverless", given, path);
  if (problem?.kind === "burstable") {
    report("databases/instance-class-burstable", { ...given, topology: database.topology }, path);
  }
}

function checkCount(context: RuleContext, database: GlobalDatabase, member: ClusterMember): void {
  const { catalog, report } = context;
  const { name } = database;
  const { count } = member.instances;
  const path = memberPath(context, name, member.region, ["instances", "count"]);
  if (member.role === "primary") {
    const maximum = catalog.limits.primaryInstancesAndSecondaries.maximum - database.secondaries.length;
    if (count === 0) report("databases/primary-without-instance", { database: name }, path);
    if (count === 1) report("databases/single-instance", { database: name, region: member.region }, path);
    if (count > maximum)
      report("databases/too-many-instances", { region: member.region, count, maximum }, path);
    return;
  }
  const { maximum } = catalog.limits.secondaryInstances;
  if (count > maximum)
    report("databases/too-many-instances", { region: member.region, count, maximum }, path);
  if (count === 0) checkHeadless(context, database, member);
}

/** A secondary cluster without an instance keeps the data only. */
function checkHeadless(context: RuleContext, database: GlobalDatabase, { region }: ClusterMember): void {
  const path = memberPath(context, database.name, region, ["instances", "count"]);
  const engine = context.catalog.engines.get(database.engine);
  if (engine?.supportsHeadless === false) {
    return context.report("databases/headless-engine", { engine: engine.name, region }, path);
  }
  if (database.writeForwarding) {
    const related = [
      {
        message: "write forwarding stands here",
        path: ["databases", database.name, "writeForwarding"],
        part: "value" as const,
      },
    ];
    return context.report("databases/headless-write-forwarding", { region }, path, related);
  }
  context.report("databases/headless-secondary", { database: database.name, region }, path);
}
