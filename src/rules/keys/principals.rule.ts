import type { KeyPolicySpec } from "../../spec/schema/key-policy";
import type { SpecPath } from "../../spec/spec-node";
import type { Rule, RuleContext } from "../rule";
import { checkPrincipal } from "./check-principal";
import { CUSTOMER_MANAGED } from "./settings";

const LISTS = ["administrators", "operators", "users"] as const;

/** The principals of policies and grants. */
export const principalsRule: Rule = (context) => {
  for (const { name, strategy } of context.resolved.keySets.values()) {
    const set = context.spec.keys?.[name];
    // A policy that the strategy has no use for is refused as a whole.
    if (set === undefined || !CUSTOMER_MANAGED.includes(strategy)) continue;
    checkSettings(context, ["keys", name], set);
    for (const [region, override] of Object.entries(set.overrides ?? {})) {
      checkSettings(context, ["keys", name, "overrides", region], override ?? {});
    }
  }
};

interface WithPrincipals {
  readonly policy?: KeyPolicySpec;
  readonly grants?: readonly { readonly grantee: string; readonly retiringPrincipal?: string }[];
}

function checkSettings(context: RuleContext, path: SpecPath, { policy, grants }: WithPrincipals): void {
  for (const list of LISTS) {
    for (const [index, principal] of (policy?.[list] ?? []).entries()) {
      checkPrincipal(context, principal, [...path, "policy", list, index]);
    }
  }
  for (const [index, { grantee, retiringPrincipal }] of (grants ?? []).entries()) {
    checkPrincipal(context, grantee, [...path, "grants", index, "grantee"]);
    if (retiringPrincipal === undefined) continue;
    checkPrincipal(context, retiringPrincipal, [...path, "grants", index, "retiringPrincipal"]);
  }
}
