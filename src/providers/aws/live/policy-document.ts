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

/** One right that a statement gives: who may do what, and under which conditions. */
export interface PolicyRight {
  readonly principal: string;
  readonly action: string;
  readonly condition: string;
}

/** The rights that the statements of one effect name, taken apart. */
export function rightsOf(policy: ReviewValue | undefined, effect: "Allow" | "Deny"): readonly PolicyRight[] {
  if (policy === undefined) return [];
  const statements = listOf(recordOf(normalisePolicy(policy))["Statement"]).map(recordOf);
  return statements
    .filter((statement) => statement["Effect"] === effect)
    .flatMap((statement) => {
      const condition = statement["Condition"] === undefined ? "" : JSON.stringify(statement["Condition"]);
      const actions = listOf(statement["Action"] ?? statement["NotAction"]).map(textOf);
      return principalsOf(statement["Principal"] ?? statement["NotPrincipal"]).flatMap((principal) =>
        actions.map((action) => ({ principal, action, condition })),
      );
    });
}

function principalsOf(value: ReviewValue | undefined): readonly string[] {
  const record = recordOf(value);
  if (Object.keys(record).length === 0) return listOf(value).map(textOf);
  return Object.values(record).flatMap(listOf).map(textOf);
}

/** Whether a right that stood already covers another one. */
export function covers(right: PolicyRight, other: PolicyRight): boolean {
  const isSameCondition = right.condition === "" || right.condition === other.condition;
  return isSameCondition && matches(right.principal, other.principal) && matches(right.action, other.action);
}

function matches(pattern: string, text: string): boolean {
  if (pattern === text || pattern === "*") return true;
  if (!pattern.endsWith("*")) return false;
  return text.toLowerCase().startsWith(pattern.slice(0, -1).toLowerCase());
}

function textOf(value: ReviewValue): string {
  if (isLate(value)) return value.text;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function listOf(value: ReviewValue | undefined): readonly ReviewValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly ReviewValue[]) : [value];
}

function recordOf(value: ReviewValue | undefined): Document {
  const isRecord = typeof value === "object" && value !== null && !isLate(value) && !Array.isArray(value);
  return isRecord ? (value as Document) : {};
}
