import { atKey, type Rule, type RuleContext } from "../rule";
import { managedSettings, placesOf, statementsAt, type ManagedSetting } from "./settings";

/** A policy must leave someone who can change it, and someone who can create databases with the key. */
export const policyAccessRule: Rule = (context) => {
  const inUse = keySetsOfDatabases(context);
  const settings = managedSettings(context);
  const locked = settings.filter((one) => isLocked(context, one));
  for (const { keySet, regions, path } of placesOf(context, locked, ["policy"])) {
    context.report("keys/policy-lockout", { keySet, regions, isDenied: false }, atKey(path));
  }
  for (const { keySet, regions, path } of placesOf(context, settings, ["policy", "statements"])) {
    for (const [index, statement] of statementsAt(context, path).entries()) {
      if (context.catalog.statementAccess(statement) !== "denies-mending") continue;
      context.report("keys/policy-lockout", { keySet, regions, isDenied: true }, [...path, index]);
    }
  }
  const unusable = settings.filter(({ keySet, settings: { policy } }) => {
    // Raw statements may give what an operator would have; what they do is their writer's business.
    const isOpen = policy.accountRoot || policy.operators.length > 0 || policy.statements.length > 0;
    return inUse.has(keySet) && !isOpen;
  });
  for (const { keySet, regions, path } of placesOf(context, unusable, ["policy"])) {
    context.report("keys/no-database-operator", { keySet, regions }, atKey(path));
  }
};

function isLocked({ catalog }: RuleContext, { settings: { policy } }: ManagedSetting): boolean {
  const access = policy.statements.map(catalog.statementAccess);
  return !(policy.accountRoot || policy.administrators.length > 0 || access.includes("allows-mending"));
}

/** Key sets that the creation of an instance needs; log groups have their key from the log service. */
function keySetsOfDatabases({ resolved }: RuleContext): ReadonlySet<string> {
  return new Set(resolved.assignments.filter(({ use }) => use !== "logs").map(({ keySet }) => keySet));
}
