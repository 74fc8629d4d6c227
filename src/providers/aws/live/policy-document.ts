import { compareText } from "../../../base/ordering";
import { isLate, type ReviewValue } from "../../../terraform/live-behaviour";

/** Arguments that hold a policy document. */
export function isPolicyArgument(argument: string): boolean {
  return argument === "policy" || argument === "assume_role_policy";
}

type Document = Readonly<Record<string, ReviewValue>>;

/**
 * A policy without what makes no difference: the order of lists, and whether one entry stands alone or in a
 * list (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html).
 */
export function normalisePolicy(value: ReviewValue): ReviewValue {
  const document = typeof value === "string" ? parse(value) : value;
  return normalise(document);
}

function parse(text: string): ReviewValue {
  try {
    return JSON.parse(text) as ReviewValue;
  } catch {
    return text;
  }
}

function normalise(value: ReviewValue): ReviewValue {
  if (isLate(value) || typeof value !== "object" || value === null) return value;
  if (!Array.isArray(value)) {
    return Object.fromEntries(Object.entries(value as Document).map(([key, item]) => [key, normalise(item)]));
  }
  const items = (value as readonly ReviewValue[]).map(normalise);
  const sorted = [...items].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));
  const [only] = sorted;
  return sorted.length === 1 && only !== undefined && typeof only !== "object" ? only : sorted;
}
