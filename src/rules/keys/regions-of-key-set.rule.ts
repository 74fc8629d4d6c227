import { oneOf } from "../../base/text";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, related, type Place, type Rule } from "../rule";

/** Every Region that a key set names is a Region of the deployment, and stands once. */
export const regionsOfKeySetRule: Rule = ({ spec, report }) => {
  const regions = writtenRegions(spec);
  const check = (keySet: string, region: string, at: SpecPath | Place) => {
    if ((regions as readonly string[]).includes(region)) return;
    report("keys/region-not-in-deployment", { keySet, region, regions: oneOf(regions) }, at);
  };
  for (const [name, set] of Object.entries(spec.keys ?? {})) {
    const first = new Map<string, SpecPath>();
    for (const [index, region] of (set.regions ?? []).entries()) {
      const path = ["keys", name, "regions", index];
      const earlier = first.get(region);
      if (earlier === undefined) first.set(region, path);
      else
        report("keys/duplicate-region", { keySet: name, region }, path, [
          related("it stands here first", earlier),
        ]);
      check(name, region, path);
    }
    for (const field of ["overrides", "arns"] as const) {
      for (const region of Object.keys(set[field] ?? {}))
        check(name, region, atKey(["keys", name, field, region]));
    }
  }
};
