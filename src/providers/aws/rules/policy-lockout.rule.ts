import { groupBy } from "../../../base/group-by";
import { managedSettings, placesOf } from "../../../rules/keys/settings";
import { atKey, type Rule } from "../../../rules/rule";
import { findLockout } from "../catalog/policy-lockout";

/** The policy of every key leaves someone who can change it. */
export const policyLockoutRule: Rule = (context) => {
  const { account } = context.spec.provider;
  const found = managedSettings(context).flatMap((one) => {
    const lockout = findLockout(one.settings.policy, account);
    return lockout === undefined ? [] : [{ ...one, lockout }];
  });
  const closed = found.filter(({ lockout }) => lockout.kind === "nobody");
  for (const { keySet, regions, path } of placesOf(context, closed, ["policy"])) {
    context.report("keys/policy-lockout", { keySet, regions, isDenied: false }, atKey(path));
  }
  const denials = found.flatMap((one) =>
    one.lockout.kind === "denied" ? one.lockout.statements.map((index) => ({ ...one, index })) : [],
  );
  for (const [index, denied] of groupBy(denials, (one) => one.index)) {
    for (const { keySet, regions, path } of placesOf(context, denied, ["policy", "statements"])) {
      context.report("keys/policy-lockout", { keySet, regions, isDenied: true }, [...path, index]);
    }
  }
};
