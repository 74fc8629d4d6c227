import { groupBy } from "../../../base/group-by";
import { firstRegionOf } from "../../../model/database";
import type { Rule } from "../../../rules/rule";
import { writtenRegions } from "../../../spec/written-regions";

/** Outside its first Region a database must name the Region's aws/rds key, which AWS creates at first use. */
export const managedKeyFirstUseRule: Rule = ({ spec, resolved, report }) => {
  const deployment = writtenRegions(spec);
  const managed = groupBy(
    resolved.assignments.filter(
      ({ keySet }) => resolved.keySets.get(keySet)?.strategy === "provider-managed",
    ),
    ({ database }) => database,
  );
  for (const [name, database] of resolved.databases) {
    const named = managed.get(name)?.filter(({ region }) => region !== firstRegionOf(database)) ?? [];
    // A Region that is not the deployment's has been refused.
    const regions = [...new Set(named.map(({ region }) => region))].filter((one) => deployment.includes(one));
    const [first] = named;
    if (first !== undefined && regions.length > 0)
      report("keys/aws-managed-first-use", { database: name, regions }, first.path);
  }
};
