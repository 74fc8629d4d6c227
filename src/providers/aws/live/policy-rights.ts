import { sortedEntries, sortedUnique } from "../../../base/ordering";
import { isLate, type ReviewValue } from "../../../terraform/live-behaviour";
import { normalisePolicy } from "./policy-document";

/*
 * What the statements of a policy give, taken apart far enough to be compared:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html.
 */

/** Some principals or actions, or all but some. */
export interface Matcher {
  readonly isAllBut: boolean;
  /** `*` and `?` stand for any letters in an action, and `*` alone for anybody. */
  readonly patterns: readonly string[];
}

/** One line of a `Condition`. */
export interface Clause {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** One right that a statement gives or takes: who, what, and under which conditions. */
export interface PolicyRight {
  readonly principal: Matcher;
  readonly action: Matcher;
  readonly condition: readonly Clause[];
}

/** The rights that the statements of one effect name; undefined where the text does not tell the document. */
export function rightsOf(
  policy: ReviewValue | undefined,
  effect: "Allow" | "Deny",
): readonly PolicyRight[] | undefined {
  const document = policy === undefined ? {} : normalisePolicy(policy);
  if (isLate(document) || typeof document !== "object" || document === null) return undefined;
  return listOf(recordOf(document)["Statement"])
    .map(recordOf)
    .filter((statement) => statement["Effect"] === effect)
    .flatMap((statement) => {
      const condition = clausesOf(statement["Condition"]);
      const actions = matchersOf(statement["Action"], statement["NotAction"], textsIn);
      return matchersOf(statement["Principal"], statement["NotPrincipal"], principalsIn).flatMap(
        (principal) => actions.map((action) => ({ principal, action, condition })),
      );
    });
}

type Texts = (value: ReviewValue | undefined) => readonly string[];

/** A list is a right for each entry; "all but" a list is one right. */
function matchersOf(some: ReviewValue | undefined, allBut: ReviewValue | undefined, texts: Texts): Matcher[] {
  if (allBut !== undefined) return [{ isAllBut: true, patterns: texts(allBut) }];
  return texts(some).map((pattern) => ({ isAllBut: false, patterns: [pattern] }));
}

function principalsIn(value: ReviewValue | undefined): readonly string[] {
  const record = recordOf(value);
  if (Object.keys(record).length === 0) return textsIn(value);
  return Object.values(record).flatMap(textsIn);
}

function clausesOf(condition: ReviewValue | undefined): readonly Clause[] {
  return sortedEntries(recordOf(condition)).flatMap(([operator, keys]) =>
    sortedEntries(recordOf(keys)).map(([key, values]) => ({
      operator,
      key,
      values: sortedUnique(textsIn(values)),
    })),
  );
}

/** Whether a right gives everything that another one does. */
export function covers(right: PolicyRight, other: PolicyRight): boolean {
  return (
    includes(right.principal, other.principal, isSamePrincipal) &&
    includes(right.action, other.action, isActionIn) &&
    right.condition.every((clause) => other.condition.some((one) => implies(one, clause)))
  );
}

type IsIn = (pattern: string, text: string) => boolean;

function includes(whole: Matcher, part: Matcher, isIn: IsIn): boolean {
  const isWithin = (texts: readonly string[], patterns: readonly string[]) =>
    texts.every((text) => patterns.some((pattern) => isIn(pattern, text)));
  if (!whole.isAllBut)
    return part.isAllBut ? whole.patterns.includes("*") : isWithin(part.patterns, whole.patterns);
  if (part.isAllBut) return isWithin(whole.patterns, part.patterns);
  return part.patterns.every((text) =>
    whole.patterns.every((pattern) => !isIn(pattern, text) && !isIn(text, pattern)),
  );
}

/** An account and its root user are the same principal, and no other has a wildcard in it. */
function isSamePrincipal(pattern: string, text: string): boolean {
  const account = (principal: string) => principal.replace(/^arn:[^:]*:iam::(\d{12}):root$/, "$1");
  return pattern === "*" || account(pattern) === account(text);
}

/** Actions are compared without their case. */
function isActionIn(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "i").test(text);
}

/** Whether whatever meets one clause meets another: fewer values of "is", more of "is not". */
function implies(one: Clause, other: Clause): boolean {
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  if (!isSame(one.operator, other.operator) || !isSame(one.key, other.key)) return false;
  const isSubset = (part: readonly string[], whole: readonly string[]) =>
    part.every((value) => whole.includes(value));
  const operator = one.operator.toLowerCase();
  if (operator.includes("not")) return isSubset(other.values, one.values);
  const isOneOf = /(equals|like|ipaddress|bool|null)(ifexists)?$/.test(operator);
  return isSubset(one.values, other.values) && (isOneOf || one.values.length === other.values.length);
}

function textsIn(value: ReviewValue | undefined): readonly string[] {
  return listOf(value).map((one) => {
    if (isLate(one)) return one.text;
    return typeof one === "object" ? JSON.stringify(one) : String(one);
  });
}

function listOf(value: ReviewValue | undefined): readonly ReviewValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly ReviewValue[]) : [value];
}

function recordOf(value: ReviewValue | undefined): Readonly<Record<string, ReviewValue>> {
  const isRecord = typeof value === "object" && value !== null && !isLate(value) && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, ReviewValue>>) : {};
}
