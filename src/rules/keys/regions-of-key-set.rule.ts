import type { SpecPath } from "../../spec/spec-node";
import { strayRegion } from "../places";
import { atKey, related, type Place, type Rule } from "../rule";

/** Every Region that a key set names is a Region of the deployment, and stands once. */
export const regionsOfKeySetRule: Rule = (context) => {
  const { spec, report } = context;
  const check = (keySet: string, region: string, at: SpecPath | Place) => {
    const stray = strayRegion(context, region);
    if (stray !== undefined) report("keys/region-not-in-deployment", { keySet, region, ...stray }, at);
  };
  for (const [name, set] of Object.entries(spec.keys ?? {})) {
    const first = new Map<string, SpecPath>();
    for (const [index, region] of (set.regions ?? []).entries()) {
      const path = ["keys", name, "regions", index];
      const earlier = first.get(region);
      if (earlier !== undefined) {
        report("keys/duplicate-region", { keySet: name, region }, path, [
          related("it stands here first", earlier),
        ]);
        continue;
      }
      first.set(region, path);
      check(name, region, path);
    }
    for (const field of ["overrides", "arns", "ids", "ekmConnections"] as const) {
      for (const region of Object.keys(set[field] ?? {}))
        check(name, region, atKey(["keys", name, field, region]));
    }
  }
};
