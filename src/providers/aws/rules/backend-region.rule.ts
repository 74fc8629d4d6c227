import { asRegionName } from "../../../base/names";
import { suggest } from "../../../base/suggest";
import type { Rule } from "../../../rules/rule";

/** The bucket of the state is in a Region that there is. */
export const backendRegionRule: Rule = ({ spec, catalog, report }) => {
  const region = spec.terraform?.backend?.s3?.region;
  if (region === undefined || catalog.regions.has(asRegionName(region))) return;
  const suggestion = suggest(region, [...catalog.regions.keys()]);
  report("regions/unknown", { region, provider: catalog.title, suggestion }, [
    ...["terraform", "backend", "s3", "region"],
  ]);
};
