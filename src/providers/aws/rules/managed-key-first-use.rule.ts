import { firstRegionOf } from "../../../model/database";
import type { Rule } from "../../../rules/rule";

/** Outside its first Region a database must name the Region's aws/rds key, which AWS creates at first use. */
export const managedKeyFirstUseRule: Rule = ({ resolved, report }) => {
  for (const [name, database] of resolved.databases) {
    const named = resolved.assignments.filter(
      ({ database: one, region, keySet }) =>
        one === name &&
        region !== firstRegionOf(database) &&
        resolved.keySets.get(keySet)?.strategy === "provider-managed",
    );
    const regions = [...new Set(named.map(({ region }) => region))];
    if (regions.length > 0)
      report("keys/aws-managed-first-use", { database: name, regions }, ["databases", name, "key"]);
  }
};
