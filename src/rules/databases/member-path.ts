import type { RegionName } from "../../base/names";
import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext } from "../rule";

/** Where a setting of a member comes from: the Region's own settings, else the database. */
export function memberPath(
  { isWritten }: RuleContext,
  database: string,
  region: RegionName,
  field: SpecPath,
): SpecPath {
  const own: SpecPath = ["databases", database, "regions", region, ...field];
  return isWritten(own) ? own : ["databases", database, ...field];
}

/** Where a Region enters a database: its entry under `regions`, else the database itself. */
export function regionOfDatabase({ isWritten }: RuleContext, database: string, region: RegionName): SpecPath {
  const own: SpecPath = ["databases", database, "regions", region];
  return isWritten(own) ? own : ["databases", database];
}
