import { regionNames, type RegionName } from "../base/names";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { SpecPath } from "../spec/spec-node";

/** A Region of the deployment and where the spec writes it. */
export interface RegionPlace {
  readonly region: RegionName;
  readonly path: SpecPath;
}

/** The deployment's Regions with their places, in the order of the text. */
export function writtenRegionPlaces(spec: DeploymentSpec): readonly RegionPlace[] {
  if (Array.isArray(spec.regions)) {
    return spec.regions.map((region, index) => ({ region, path: ["regions", index] }));
  }
  return regionNames(spec.regions).map((region) => ({ region, path: ["regions", region] }));
}
