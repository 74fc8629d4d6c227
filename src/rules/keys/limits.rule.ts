import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext, Rule } from "../rule";
import { managedSettings, settingPath } from "./settings";

/** Numbers and lengths of keys that the provider bounds. */
export const keyLimitsRule: Rule = (context) => {
  const { spec, catalog, report } = context;
  const { limits } = catalog;
  for (const [name, set] of Object.entries(spec.keys ?? {})) {
    if (set.rotation === undefined || set.rotation === false || set.rotation.periodDays === undefined)
      continue;
    checkRange(context, set.rotation.periodDays, limits.rotationPeriodDays, [
      "keys",
      name,
      "rotation",
      "periodDays",
    ]);
  }
  for (const { keySet, region, settings } of managedSettings(context)) {
    const days = settingPath(context, keySet, region, ["deletionWindowDays"]);
    checkRange(context, settings.deletionWindowDays, limits.deletionWindowDays, days);
    const { maximum } = limits.keyDescriptionLength;
    if (settings.description.length > maximum) {
      const description = settingPath(context, keySet, region, ["description"]);
      report("keys/description-too-long", { length: settings.description.length, maximum }, description);
    }
  }
};

function checkRange(
  { report }: RuleContext,
  given: number,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  path: SpecPath,
): void {
  if (given >= minimum && given <= maximum) return;
  report("keys/out-of-range", { field: String(path.at(-1)), given, minimum, maximum }, path);
}
