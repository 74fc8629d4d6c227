import { atKey, type Rule, type RuleContext } from "../rule";
import { managedSettings, placesOf } from "./settings";

/** The policy of a key that a database needs leaves someone who can create databases with it. */
export const databaseOperatorRule: Rule = (context) => {
  const inUse = keySetsOfDatabases(context);
  const unusable = managedSettings(context).filter(({ keySet, settings: { policy } }) => {
    // Raw statements may give what an operator would have; what they do is their writer's business.
    const isOpen = policy.accountRoot || policy.operators.length > 0 || policy.statements.length > 0;
    return inUse.has(keySet) && !isOpen;
  });
  for (const { keySet, regions, path } of placesOf(context, unusable, ["policy"])) {
    context.report("keys/no-database-operator", { keySet, regions }, atKey(path));
  }
};

/** Key sets that the creation of an instance needs; log groups have their key from the log service. */
function keySetsOfDatabases({ resolved }: RuleContext): ReadonlySet<string> {
  return new Set(resolved.assignments.filter(({ use }) => use !== "logs").map(({ keySet }) => keySet));
}
