import { regionNames, type RegionName } from "../../base/names";
import { inOrderOf } from "../../base/ordering";
import { isGapAt } from "../../model/provider-language";
import { existingIds } from "../../spec/existing-ids";
import { pathText } from "../../spec/path-text";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, related, type Rule, type RuleContext } from "../rule";

/** Existing keys: the identifier of a key (not of an alias) of each Region, of that Region. */
export const existingKeysRule: Rule = (context) => {
  const { spec, resolved, report, isWritten } = context;
  for (const { name, strategy, purposes } of resolved.keySets.values()) {
    if (strategy !== "existing") continue;
    const set = spec.keys?.[name];
    const { field, ids } = existingIds(set);
    const path: SpecPath = ["keys", name, field];
    if (set?.arns !== undefined && set.ids !== undefined) {
      const [earlier, later] = inOrderOf(set, "arns", "ids");
      report(
        "spec/exclusive-fields",
        { where: pathText(["keys", name]), fields: [earlier, later] },
        atKey(["keys", name, later]),
        [related("the other one stands here", ["keys", name, earlier])],
      );
    }
    if (regionNames(ids).length === 0) {
      if (isWritten(path)) report("spec/empty-value", { what: pathText(path) }, path);
      else {
        // Not every provider has the older name.
        const isOffered = !context.catalog.gaps.some((gap) => isGapAt(gap, path));
        report("spec/missing-field", { field: isOffered ? field : "ids", where: `keys.${name}` }, path);
      }
      continue;
    }
    const isForServices = purposes.some((purpose) => context.catalog.servicePurposes.includes(purpose));
    for (const region of regionNames(ids))
      checkId(context, region, ids?.[region] ?? "", [...path, region], isForServices);
    const missing = (set?.regions ?? []).filter((region) => ids?.[region] === undefined);
    if (missing.length > 0) {
      const { key } = context.catalog.words;
      report("keys/existing-region-missing", { keySet: name, regions: missing, key }, atKey(path));
    }
  }
};

function checkId(
  { spec, catalog, report }: RuleContext,
  region: RegionName,
  id: string,
  path: SpecPath,
  isForServices: boolean,
): void {
  const parsed = catalog.parseKeyIdentifier(id);
  const { key, keyForm: form } = catalog.words;
  if (parsed.kind === "alias") return report("keys/existing-alias", { id, key, form }, path);
  if (parsed.kind === "malformed") return report("keys/existing-malformed", { id, key, form }, path);
  if (parsed.kind === "version") return report("keys/existing-version", { id, key: parsed.key }, path);
  const facts = catalog.regions.get(region);
  if (facts === undefined || !writtenRegions(spec).includes(region)) return;
  if (parsed.partition !== facts.partition) {
    return report(
      "keys/existing-wrong-partition",
      { given: parsed.partition, partition: facts.partition, key },
      path,
    );
  }
  if (parsed.region === region || (!isForServices && catalog.keyLocations.has(parsed.region))) return;
  report("keys/existing-wrong-region", { given: parsed.region, region, key }, path);
}
