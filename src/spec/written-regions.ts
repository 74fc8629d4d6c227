import { regionNames, type RegionName } from "../base/names";
import type { DeploymentSpec } from "./schema/deployment";

/** The Regions of the deployment as written, whichever form the spec uses; repetitions are kept. */
export function writtenRegions(spec: DeploymentSpec): readonly RegionName[] {
  return isRegionList(spec.regions) ? spec.regions : regionNames(spec.regions);
}

/** Whether the spec lists its Regions without settings. */
export function isRegionList(regions: DeploymentSpec["regions"]): regions is RegionName[] {
  return Array.isArray(regions);
}
