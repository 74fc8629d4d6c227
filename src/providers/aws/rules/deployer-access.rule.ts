import type { KeyPolicy } from "../../../model/key";
import { managedSettings, placesOf, type ManagedSetting } from "../../../rules/keys/settings";
import { atKey, related, type Rule } from "../../../rules/rule";
import { accountOf, coversAction, isEveryone, principalsOf } from "../catalog/policy-lockout";

/**
 * Without the account's root, only the key's policy lets the role that deploys do anything: KMS refuses a policy
 * that its writer could not change, and RDS a key that its caller may not give on.
 */
export const deployerAccessRule: Rule = (context) => {
  const { spec, resolved, report } = context;
  const role = spec.provider.assumeRoleArn;
  if (role === undefined) return;
  const inUse = new Set(
    resolved.assignments
      .filter(({ use }) => use !== "logs")
      .map(({ keySet, region }) => `${keySet} ${region}`),
  );
  const closed = managedSettings(context).filter(({ settings }) => !settings.policy.accountRoot);
  const check = (list: "administrators" | "operators", action: string, keys: readonly ManagedSetting[]) => {
    const lacking = keys.filter(({ settings: { policy } }) => {
      // Where nobody has the access, that is what there is to say.
      return policy[list].length > 0 && !policy[list].includes(role) && !isLet(policy, role, action);
    });
    for (const { keySet, regions, path } of placesOf(context, lacking, ["policy"])) {
      report("keys/deployer-without-access", { role, keySet, regions, list }, atKey(path), [
        related("this role deploys", ["provider", "assumeRoleArn"]),
      ]);
    }
  };
  check("administrators", "kms:PutKeyPolicy", closed);
  check(
    "operators",
    "kms:CreateGrant",
    closed.filter(({ keySet, region }) => inUse.has(`${keySet} ${region}`)),
  );
};

/** Whether a raw statement lets a role do something, whatever its condition. */
function isLet({ statements }: KeyPolicy, role: string, action: string): boolean {
  return statements.some((statement) => {
    if (statement["Effect"] !== "Allow" || !coversAction(statement, action)) return false;
    const { Principal: principal } = statement;
    if (principal === undefined || isEveryone(principal)) return true;
    const account = accountOf(role) ?? "";
    return principalsOf(principal).some(
      (one) => one === role || one === account || one.endsWith(`:${account}:root`),
    );
  });
}
