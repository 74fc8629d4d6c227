import { strayRegion } from "../places";
import type { Rule } from "../rule";

/** primaryRegion is one of the deployment's Regions. */
export const primaryRegionRule: Rule = (context) => {
  const region = context.spec.primaryRegion;
  const stray = strayRegion(context, region);
  if (stray !== undefined)
    context.report("regions/primary-not-listed", { region, ...stray }, ["primaryRegion"]);
};
