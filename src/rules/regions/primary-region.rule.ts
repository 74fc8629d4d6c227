import { oneOf } from "../../base/text";
import { writtenRegions } from "../../spec/written-regions";
import type { Rule } from "../rule";

/** primaryRegion is one of the deployment's Regions. */
export const primaryRegionRule: Rule = ({ spec, report }) => {
  const regions = writtenRegions(spec);
  if (regions.includes(spec.primaryRegion)) return;
  report("regions/primary-not-listed", { region: spec.primaryRegion, regions: oneOf(regions) }, [
    "primaryRegion",
  ]);
};
