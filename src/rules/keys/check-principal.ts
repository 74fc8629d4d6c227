import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext } from "../rule";

/** A principal is a role, a user or an account root of the deployment's partition, by its full name. */
export function checkPrincipal(
  { catalog, report, resolved }: RuleContext,
  principal: string,
  path: SpecPath,
): void {
  const parsed = catalog.parsePrincipal(principal);
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  switch (parsed.kind) {
    case "everyone":
      return report("keys/principal-everyone", { principal }, path);
    case "service":
      return report("keys/principal-service", { principal }, path);
    case "account":
    case "malformed":
      return report(
        "keys/principal-malformed",
        {
          principal,
          words: catalog.words.principal,
          form: catalog.words.principalForm,
          meant: parsed.kind === "malformed" ? (parsed.meant ?? []) : [],
        },
        path,
      );
    case "session":
      return report("keys/principal-session", { principal, role: parsed.role }, path);
    case "principal":
      if (partition === undefined || parsed.partition === partition) return;
      return report("keys/principal-partition", { given: parsed.partition, partition }, path);
  }
}
