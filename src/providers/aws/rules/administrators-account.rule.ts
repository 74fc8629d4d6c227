import { isManagedKey } from "../../../model/key";
import { policyPaths } from "../../../rules/keys/settings";
import type { Rule, RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { accountOf } from "../catalog/policy-lockout";

/** KMS lets nobody of another account manage a key, whatever its policy says. */
export const administratorsAccountRule: Rule = (context) => {
  const { account } = context.spec.provider;
  if (account === undefined) return;
  for (const { name, keyIn } of context.resolved.keySets.values()) {
    if (![...keyIn.values()].some(isManagedKey)) continue;
    for (const path of policyPaths(context, name)) {
      for (const [index, principal] of administratorsAt(context, path).entries()) {
        const other = accountOf(principal);
        if (other === undefined || other === account) continue;
        const parameters = { principal, other, account };
        context.report("keys/administrator-elsewhere", parameters, [...path, "administrators", index]);
      }
    }
  }
};

function administratorsAt({ spec }: RuleContext, path: SpecPath): readonly string[] {
  const [, name, , region] = path;
  const set = spec.keys?.[String(name)];
  const policy =
    path.length > 3
      ? Object.entries(set?.overrides ?? {}).find(([one]) => one === region)?.[1]?.policy
      : set?.policy;
  return policy?.administrators ?? [];
}
