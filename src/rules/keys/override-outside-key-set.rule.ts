import { regionNames } from "../../base/names";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, related, type Rule } from "../rule";

/** Settings of a Region in which the key set has no key would never take effect. */
export const overrideOutsideKeySetRule: Rule = ({ spec, report }) => {
  const deployment = writtenRegions(spec);
  for (const [name, set] of Object.entries(spec.keys ?? {})) {
    const regions = set.regions;
    if (regions === undefined) continue;
    for (const field of ["overrides", "arns", "ids", "ekmConnections"] as const) {
      for (const region of regionNames(set[field])) {
        if (regions.includes(region) || !deployment.includes(region)) continue;
        report(
          "keys/region-not-in-key-set",
          { keySet: name, region, field },
          atKey(["keys", name, field, region]),
          [related("the key set's Regions stand here", ["keys", name, "regions"])],
        );
      }
    }
  }
};
