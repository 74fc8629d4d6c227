import { regionNames, type RegionName } from "../base/names";
import type { DatabaseSpec } from "../spec/schema/database";
import type { DeploymentSpec } from "../spec/schema/deployment";
import { writtenRegions } from "../spec/written-regions";
import { inRegionOrder } from "./resolve-regions";

/**
 * The Regions a database runs in, the primary Region first: those it lists and the primary Region, or else all
 * of the deployment. A database of a single Region runs in the one it lists, or else in the primary Region.
 */
export function databaseRegions(database: DatabaseSpec, spec: DeploymentSpec): readonly RegionName[] {
  const listed = database.regions === undefined ? undefined : regionNames(database.regions);
  if (database.topology === "single-region") {
    const [region = spec.primaryRegion] = listed ?? [];
    return [region];
  }
  return inRegionOrder([spec.primaryRegion, ...(listed ?? writtenRegions(spec))], spec.primaryRegion);
}
