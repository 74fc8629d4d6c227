import type { RegionName } from "../../../base/names";
import type { PlannedDatabase } from "../../../model/database";

/** What the instance that takes the writes is called when it is in a Region. */
export function memberIdentifier({ identifier }: PlannedDatabase, region: RegionName): string {
  return `${identifier}-${region}`;
}
