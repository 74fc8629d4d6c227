import { writtenRegions } from "../../spec/written-regions";
import type { Rule } from "../rule";

/** A multi-Region key set has its primary key in primaryRegion. */
export const primaryRegionMissingRule: Rule = ({ spec, resolved, catalog, report }) => {
  if (catalog.capabilities.multiRegionKeys !== "replicas") return;
  // Of a primary Region that the deployment does not have, that is all there is to say.
  if (!writtenRegions(spec).includes(spec.primaryRegion)) return;
  for (const { name, strategy } of resolved.keySets.values()) {
    const regions = spec.keys?.[name]?.regions;
    if (strategy !== "multi-region" || regions === undefined || regions.includes(spec.primaryRegion))
      continue;
    report("keys/primary-region-missing", { keySet: name, region: spec.primaryRegion }, [
      "keys",
      name,
      "regions",
    ]);
  }
};
