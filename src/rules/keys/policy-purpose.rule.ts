import type { KeyPurpose } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule, type RuleContext } from "../rule";
import { CUSTOMER_MANAGED, policyPaths } from "./settings";

/** Users need a purpose with direct use; operators and snapshot consumers one that a service uses the key for. */
export const policyPurposeRule: Rule = (context) => {
  const { resolved, catalog } = context;
  for (const { name, strategy, purposes } of resolved.keySets.values()) {
    if (!CUSTOMER_MANAGED.includes(strategy)) continue;
    for (const path of policyPaths(context, name)) {
      check(context, [...path, "users"], purposes, catalog.directUsePurposes);
      check(context, [...path, "operators"], purposes, catalog.servicePurposes);
      check(context, [...path, "snapshotAccounts"], purposes, ["database"]);
    }
  }
};

function check(
  { isWritten, report }: RuleContext,
  path: SpecPath,
  purposes: readonly KeyPurpose[],
  needed: readonly KeyPurpose[],
): void {
  if (!isWritten(path) || purposes.some((purpose) => needed.includes(purpose))) return;
  report("keys/principals-without-purpose", { list: String(path.at(-1)), purposes, needed }, atKey(path));
}
