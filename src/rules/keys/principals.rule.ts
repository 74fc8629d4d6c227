import type { SpecPath } from "../../spec/spec-node";
import type { Rule, RuleContext } from "../rule";

const LISTS = ["administrators", "operators", "users"] as const;

/** Principals are roles, users or accounts of the deployment's partition, by their full name. */
export const principalsRule: Rule = (context) => {
  for (const [name, set] of Object.entries(context.spec.keys ?? {})) {
    checkPolicy(context, ["keys", name, "policy"], set.policy);
    for (const [region, override] of Object.entries(set.overrides ?? {})) {
      checkPolicy(context, ["keys", name, "overrides", region, "policy"], override?.policy);
    }
  }
};

type Lists = Partial<Readonly<Record<(typeof LISTS)[number], readonly string[]>>>;

function checkPolicy(context: RuleContext, path: SpecPath, policy: Lists | undefined): void {
  for (const list of LISTS) {
    for (const [index, principal] of (policy?.[list] ?? []).entries()) {
      checkPrincipal(context, principal, [...path, list, index]);
    }
  }
}

function checkPrincipal({ catalog, report, resolved }: RuleContext, principal: string, path: SpecPath): void {
  const parsed = catalog.parsePrincipal(principal);
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  switch (parsed.kind) {
    case "everyone":
      return report("keys/principal-everyone", {}, path);
    case "malformed":
      return report("keys/principal-malformed", { principal }, path);
    case "session":
      return report("keys/principal-session", { principal, role: parsed.role }, path);
    case "principal":
      if (partition === undefined || parsed.partition === partition) return;
      return report("keys/principal-partition", { given: parsed.partition, partition }, path);
  }
}
