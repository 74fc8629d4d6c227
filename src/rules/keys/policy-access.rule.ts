import { atKey, type Rule, type RuleContext } from "../rule";
import { managedSettings, settingPath } from "./settings";

/** A policy must leave someone who can change it, and someone who can create databases with the key. */
export const policyAccessRule: Rule = (context) => {
  const inUse = keySetsOfDatabases(context);
  const locked = new Set<string>();
  const unusable = new Set<string>();
  for (const { keySet, region, settings } of managedSettings(context)) {
    const { policy } = settings;
    if (policy.accountRoot) continue;
    const path = settingPath(context, keySet, region, ["policy"]);
    const place = JSON.stringify(path);
    if (policy.administrators.length === 0 && !locked.has(place)) {
      locked.add(place);
      context.report("keys/policy-lockout", { keySet, region }, atKey(path));
    }
    if (inUse.has(keySet) && policy.operators.length === 0 && !unusable.has(place)) {
      unusable.add(place);
      context.report("keys/no-database-operator", { keySet, region }, atKey(path));
    }
  }
};

function keySetsOfDatabases({ resolved }: RuleContext): ReadonlySet<string> {
  return new Set([...resolved.assignments.values()].flatMap((assignments) => Object.values(assignments)));
}
