import { regionNames, type RegionName } from "../base/names";
import { suggest } from "../base/suggest";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { SpecPath } from "../spec/spec-node";
import { writtenRegions } from "../spec/written-regions";
import type { RuleContext } from "./rule";

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

/** A Region that is not one of the deployment's: what there is, and which one a slip may mean. */
export interface StrayRegion {
  readonly regions: readonly RegionName[];
  readonly suggestion: string | undefined;
}

/**
 * What to say of a Region that is not one of the deployment's. Nothing when the deployment has it with a
 * slip: that is reported where the slip stands, not wherever the Region is written as it should be.
 */
export function strayRegion({ spec, catalog }: RuleContext, region: string): StrayRegion | undefined {
  const regions = [...new Set(writtenRegions(spec))];
  if (regions.some((name) => name === region || isSlipOf(catalog, name, region))) return undefined;
  return { regions, suggestion: isKnown(catalog, region) ? undefined : suggest(region, regions) };
}

/** Whether a name is no Region, but most likely means the given one. */
export function isSlipOf(catalog: ProviderCatalog, name: string, region: string): boolean {
  return isKnown(catalog, region) && !isKnown(catalog, name) && suggest(name, [region]) !== undefined;
}

function isKnown({ regions }: ProviderCatalog, name: string): boolean {
  return (regions as ReadonlyMap<string, unknown>).has(name);
}
