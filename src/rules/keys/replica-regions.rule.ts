import { asRegionName } from "../../base/names";
import { suggest } from "../../base/suggest";
import { oneOf } from "../../base/text";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, related, type Rule, type RuleContext } from "../rule";
import { policyPaths } from "./settings";

/** allowedReplicaRegions is for multi-Region keys, names known Regions of the partition, and allows the key set's own. */
export const replicaRegionsRule: Rule = (context) => {
  const { resolved, catalog, report, isWritten } = context;
  for (const { name, strategy, keyIn } of resolved.keySets.values()) {
    for (const policy of policyPaths(context, name)) {
      const path = [...policy, "allowedReplicaRegions"];
      if (!isWritten(path)) continue;
      if (strategy !== "multi-region") {
        report("keys/replica-regions-not-applicable", { strategy }, atKey(path));
        continue;
      }
      const allowed = checkRegions(context, path);
      const missing = [...keyIn.keys()].filter(
        (region) => region !== resolved.primaryRegion && !allowed.includes(region),
      );
      // Of a list with a slip in it only the slip is told.
      const isKnown = allowed.every((region) => catalog.regions.has(asRegionName(region)));
      if (missing.length > 0 && isKnown) {
        report("keys/replica-region-not-allowed", { keySet: name, regions: oneOf(missing, "and") }, path, [
          related("the key set stands here", ["keys", name]),
        ]);
      }
    }
  }
};

function checkRegions({ spec, resolved, catalog, report }: RuleContext, path: SpecPath): readonly string[] {
  const [, name = "", , region] = path;
  const set = spec.keys?.[String(name)];
  const policy = path.length === 4 ? set?.policy : set?.overrides?.[String(region)]?.policy;
  const regions = policy?.allowedReplicaRegions ?? [];
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  for (const [index, one] of regions.entries()) {
    const facts = catalog.regions.get(asRegionName(one));
    if (facts === undefined) {
      const suggestion = suggest(one, [...catalog.regions.keys()]);
      report("regions/unknown", { region: one, provider: catalog.title, suggestion }, [...path, index]);
    } else if (partition !== undefined && facts.partition !== partition) {
      const parameters = { region: one, partition: facts.partition, other: partition };
      report("regions/mixed-partitions", parameters, [...path, index]);
    }
  }
  return regions;
}
