import type { RawStatement } from "../../../model/key";
import type { StatementAccess } from "../../../model/provider-catalog";

/*
 * Only the clear cases are judged: a condition may make a statement harmless, and AWS has the last word.
 */

/** What a raw statement does to the right to change the policy. */
export function statementAccess(statement: RawStatement): StatementAccess {
  if (!coversPolicyChange(statement)) return "none";
  if (statement["Effect"] === "Allow") return "allows-mending";
  const isForEveryone = statement["Condition"] === undefined && isEveryone(statement["Principal"]);
  return isForEveryone ? "denies-mending" : "none";
}

/** Whether a principal is everyone, in either of the two ways to write it. */
export function isEveryone(principal: unknown): boolean {
  if (principal === "*") return true;
  const named =
    typeof principal === "object" && principal !== null ? (principal as { AWS?: unknown }).AWS : undefined;
  return listOf(named).includes("*");
}

/** One value or several, as a list. */
export function listOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string");
}

const CHANGE = "kms:putkeypolicy";

function coversPolicyChange(statement: RawStatement): boolean {
  const actions = listOf(statement["Action"]);
  if (actions.length > 0) return actions.some((action) => matches(action.toLowerCase(), CHANGE));
  const spared = listOf(statement["NotAction"]);
  return spared.length > 0 && !spared.some((action) => matches(action.toLowerCase(), CHANGE));
}

/** Whether a pattern with `*` and `?` matches a text. */
function matches(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${expression}$`).test(text);
}
