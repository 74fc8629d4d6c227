import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext, Rule } from "../rule";
import { CUSTOMER_MANAGED, managedSettings, settingPath } from "./settings";

/** Numbers and lengths of keys that the provider bounds. */
export const keyLimitsRule: Rule = (context) => {
  const { spec, resolved, catalog, report } = context;
  const { limits } = catalog;
  for (const { name, strategy } of resolved.keySets.values()) {
    const rotation = spec.keys?.[name]?.rotation;
    const days = rotation === false ? undefined : rotation?.periodDays;
    if (days === undefined || !CUSTOMER_MANAGED.includes(strategy)) continue;
    checkRange(context, days, limits.rotationPeriodDays, ["keys", name, "rotation", "periodDays"]);
  }
  for (const { keySet, region, settings } of managedSettings(context)) {
    const days = settingPath(context, keySet, region, ["deletionWindowDays"]);
    checkRange(context, settings.deletionWindowDays, limits.deletionWindowDays, days);
    const maximum = limits.keyDescriptionLength?.maximum ?? Infinity;
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
