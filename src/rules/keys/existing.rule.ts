import { regionNames, type RegionName } from "../../base/names";
import { pathText } from "../../spec/path-text";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, type Rule, type RuleContext } from "../rule";

/** Existing keys: the identifier of a key (not of an alias) of each Region, of that Region. */
export const existingKeysRule: Rule = (context) => {
  const { spec, resolved, report, isWritten } = context;
  for (const { name, strategy } of resolved.keySets.values()) {
    if (strategy !== "existing") continue;
    const set = spec.keys?.[name];
    const arns: SpecPath = ["keys", name, "arns"];
    if (regionNames(set?.arns).length === 0) {
      if (isWritten(arns)) report("spec/empty-value", { what: pathText(arns) }, arns);
      else report("spec/missing-field", { field: "arns", where: `keys.${name}` }, arns);
      continue;
    }
    for (const region of regionNames(set?.arns)) checkId(context, name, region, set?.arns?.[region] ?? "");
    const missing = (set?.regions ?? []).filter((region) => set?.arns?.[region] === undefined);
    if (missing.length > 0) {
      report("keys/existing-region-missing", { keySet: name, regions: missing }, atKey(arns));
    }
  }
};

function checkId({ spec, catalog, report }: RuleContext, name: string, region: RegionName, id: string): void {
  const path = ["keys", name, "arns", region];
  const parsed = catalog.parseKeyIdentifier(id);
  if (parsed.kind === "alias") return report("keys/existing-alias", { id }, path);
  if (parsed.kind === "malformed") return report("keys/existing-malformed", { id }, path);
  const facts = catalog.regions.get(region);
  if (facts === undefined || !writtenRegions(spec).includes(region)) return;
  if (parsed.partition !== facts.partition) {
    return report(
      "keys/existing-wrong-partition",
      { given: parsed.partition, partition: facts.partition },
      path,
    );
  }
  if (parsed.region !== region) report("keys/existing-wrong-region", { given: parsed.region, region }, path);
}
