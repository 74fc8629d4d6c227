import { compareText, sortedEntries } from "../base/ordering";
import { isLate, type ReviewValue } from "../terraform/live-behaviour";

/**
 * A text that is the same for two values exactly when Terraform takes them for the same: numbers and truth
 * values as texts (it converts them), records without their empty entries.
 */
export function canonical(value: ReviewValue, isSet = false): string {
  if (isLate(value)) return `late ${value.text} ${value.causes.join(" ")}`;
  if (typeof value !== "object" || value === null)
    return JSON.stringify(value === null ? null : String(value));
  if (Array.isArray(value)) {
    const items = (value as readonly ReviewValue[]).map((item) => canonical(item));
    return `[${(isSet ? items.sort(compareText) : items).join()}]`;
  }
  const entries = sortedEntries(value as Readonly<Record<string, ReviewValue>>)
    .filter(([, item]) => item !== null)
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`);
  return `{${entries.join()}}`;
}

/** Whether a value is what an argument without a default is when it is left out. */
export function isNothing(value: ReviewValue): boolean {
  if (isLate(value)) return false;
  if (typeof value === "object" && value !== null) return Object.keys(value).length === 0;
  return (
    value === null || value === false || value === 0 || value === "" || value === "false" || value === "0"
  );
}
