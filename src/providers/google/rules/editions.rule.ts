import { membersOf, type PlannedDatabase } from "../../../model/database";
import { memberPath } from "../../../rules/databases/member-path";
import { related, type Rule, type RuleContext } from "../../../rules/rule";
import { engines } from "../catalog/catalog";
import { compareNumbers } from "../version-numbers";

/** The edition of a database has its engine, and every member runs on a machine of it: it is one for all of them. */
export const editionsRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) {
    checkEngine(context, database);
    checkMachines(context, database);
  }
};

function checkEngine({ report, isWritten }: RuleContext, database: PlannedDatabase): void {
  const { name, edition, engineVersion } = database;
  const engine = engines.get(database.engine);
  if (edition !== "enterprise-plus" || engine?.product !== "cloud-sql") return;
  const { enterprisePlusFrom: from, version } = engine;
  if (from !== undefined && (!version.isValid(engineVersion) || compareNumbers(engineVersion, from) >= 0))
    return;
  const written = ["databases", name, "edition"];
  const path = isWritten(written) ? written : ["databases", name, "instances", "class"];
  report("databases/edition-not-for-engine", { edition, engine: engine.name, from: from?.join(".") }, path);
}

function checkMachines(context: RuleContext, database: PlannedDatabase): void {
  const { catalog, report, isWritten } = context;
  const { name, edition: expected } = database;
  const engine = catalog.engines.get(database.engine);
  if (engine === undefined || expected === undefined) return;
  const written = ["databases", name, "edition"];
  const others = isWritten(written) ? [related("the edition stands here", written)] : [];
  const reported = new Set<string>();
  for (const member of membersOf(database)) {
    if (member.kind === "cluster") continue;
    const edition = engine.editionOf(member.class);
    const path = memberPath(context, name, member.region, ["instances", "class"]);
    if (edition === undefined || edition === expected || reported.has(JSON.stringify(path))) continue;
    reported.add(JSON.stringify(path));
    report("databases/edition-mismatch", { class: member.class, edition, expected }, path, others);
  }
}
