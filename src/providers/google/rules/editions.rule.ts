import { membersOf, type PlannedDatabase } from "../../../model/database";
import { memberPath } from "../../../rules/databases/member-path";
import { related, type Rule, type RuleContext } from "../../../rules/rule";

/** Every member runs on a machine of the database's edition, which is one for all of them. */
export const editionsRule: Rule = (context) => {
  for (const database of context.resolved.databases.values()) checkDatabase(context, database);
};

function checkDatabase(context: RuleContext, database: PlannedDatabase): void {
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
