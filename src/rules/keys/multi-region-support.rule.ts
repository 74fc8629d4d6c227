import { atKey, type Rule } from "../rule";

/** Multi-Region keys in Regions of which the provider's documentation, as far as it could be read, is silent. */
export const multiRegionSupportRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const { name, strategy, keyIn } of resolved.keySets.values()) {
    if (strategy !== "multi-region") continue;
    for (const region of keyIn.keys()) {
      if (catalog.regions.get(region)?.supportsMultiRegionKeys !== "unverified") continue;
      const index = spec.keys?.[name]?.regions?.indexOf(region) ?? -1;
      const place = index === -1 ? atKey(["keys", name]) : ["keys", name, "regions", index];
      report("databases/support-unverified", { what: `a multi-Region key in ${region}` }, place);
    }
  }
};
