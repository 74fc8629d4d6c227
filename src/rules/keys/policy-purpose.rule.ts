import type { KeyPurpose } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule, type RuleContext } from "../rule";

/** Users need a purpose with direct use; operators need one that a service uses the key for. */
export const policyPurposeRule: Rule = (context) => {
  const { spec, resolved, catalog } = context;
  for (const { name, purposes } of resolved.keySets.values()) {
    const set = spec.keys?.[name];
    const paths: SpecPath[] = [
      ["keys", name, "policy"],
      ...Object.keys(set?.overrides ?? {}).map((region) => ["keys", name, "overrides", region, "policy"]),
    ];
    for (const path of paths) {
      check(context, [...path, "users"], purposes, catalog.directUsePurposes);
      check(context, [...path, "operators"], purposes, catalog.servicePurposes);
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
