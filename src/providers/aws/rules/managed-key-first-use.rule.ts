import { membersOf } from "../../../model/database";
import type { Rule } from "../../../rules/rule";

/** A secondary member must name the Region's aws/rds key, which AWS creates only at its first use. */
export const managedKeyFirstUseRule: Rule = ({ resolved, report }) => {
  for (const [name, database] of resolved.databases) {
    const keySet = resolved.keySets.get(resolved.assignments.get(name)?.storage ?? "");
    if (keySet?.strategy !== "provider-managed") continue;
    const regions = membersOf(database)
      .filter(({ role }) => role === "secondary")
      .map(({ region }) => region);
    if (regions.length > 0)
      report("keys/aws-managed-first-use", { database: name, regions }, ["databases", name, "key"]);
  }
};
