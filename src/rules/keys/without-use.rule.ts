import { isManagedKey, type PlannedKey } from "../../model/key";
import { atKey, type Rule } from "../rule";

/**
 * A key set beside databases whose keys are made, and paid for, but that none of them names and nobody else was let use.
 * Keys alone are made for databases that come later, or of other deployments.
 */
export const withoutUseRule: Rule = ({ spec, resolved, catalog, report }) => {
  const named = new Set(keySetsNamedIn(spec.databases));
  // Where a name points at nothing, it may be that of any key set.
  if (named.size === 0 || [...named].some((name) => !resolved.keySets.has(name))) return;
  for (const { name, purposes, keyIn } of resolved.keySets.values()) {
    const hasDirectUse = purposes.some((purpose) => catalog.directUsePurposes.includes(purpose));
    if (named.has(name) || hasDirectUse || ![...keyIn.values()].every(isForDatabases)) continue;
    report("keys/without-use", { keySet: name }, atKey(["keys", name]));
  }
};

/** What stands under `key`, `secretKey` and the like, wherever it has its effect. */
function keySetsNamedIn(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([field, value]: [string, unknown]) =>
    typeof value === "string" ? (/(^k|K)ey$/.test(field) ? [value] : []) : keySetsNamedIn(value),
  );
}

function isForDatabases(key: PlannedKey): boolean {
  if (!isManagedKey(key)) return false;
  const { grants, policy } = key.settings;
  return grants.length === 0 && policy.statements.length === 0;
}
