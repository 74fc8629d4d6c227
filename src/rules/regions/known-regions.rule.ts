import { suggest } from "../../base/suggest";
import type { ProviderCatalog } from "../../model/provider-catalog";
import type { DeploymentSpec } from "../../spec/schema/deployment";
import { writtenRegionPlaces } from "../places";
import { atKey, related, type Rule } from "../rule";

/** The Regions of the deployment: known to the provider, once, in one partition; opt-in Regions warn. */
export const knownRegionsRule: Rule = ({ spec, catalog, report }) => {
  const first = new Map<string, readonly (string | number)[]>();
  let partition: { readonly name: string; readonly path: readonly (string | number)[] } | undefined;
  for (const { region, path } of writtenRegionPlaces(spec)) {
    const facts = catalog.regions.get(region);
    const earlier = first.get(region);
    if (facts === undefined && catalog.mayBeRegion(region)) {
      report("regions/unverified", { region, provider: catalog.title }, atKey(path));
      continue;
    }
    if (facts === undefined) {
      const suggestion = suggest(region, likelyRegions(spec, catalog));
      report("regions/unknown", { region, provider: catalog.title, suggestion }, atKey(path));
      continue;
    }
    if (earlier !== undefined) {
      report("regions/duplicate", { region }, path, [related("it stands here first", earlier)]);
      continue;
    }
    first.set(region, path);
    partition ??= { name: facts.partition, path };
    if (facts.partition !== partition.name) {
      const parameters = { region, partition: facts.partition, other: partition.name };
      report("regions/mixed-partitions", parameters, atKey(path), [
        related(`this Region is in partition ${partition.name}`, partition.path),
      ]);
    }
    if (facts.isOptIn) report("regions/opt-in", { region }, atKey(path));
  }
};

/** The Regions that a slip may mean: those of primaryRegion's partition, or all when that is a slip itself. */
function likelyRegions({ primaryRegion }: DeploymentSpec, { regions }: ProviderCatalog): readonly string[] {
  const partition = regions.get(primaryRegion)?.partition;
  const likely = [...regions].filter(([, facts]) => partition === undefined || facts.partition === partition);
  return likely.map(([name]) => name);
}
