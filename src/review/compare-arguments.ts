import { sortedUnique } from "../base/ordering";
import { isLate, late, type ReviewValue, type TypeBehaviour } from "../terraform/live-behaviour";
import { canonical, isNothing } from "./canonical";
import { causesOf } from "./evaluate";

/** What a changed argument does to the live resource. */
export type ArgumentEffect = "none" | "update" | "replace";

/** A changed argument, or a changed nested block. */
export interface ArgumentChange {
  /** As Terraform names it. */
  readonly name: string;
  /** Undefined where it is not given. */
  readonly before: ReviewValue | undefined;
  readonly after: ReviewValue | undefined;
  readonly effect: ArgumentEffect;
  /** Why it does nothing, or which replaced resources carry the change here. */
  readonly because:
    | { readonly kind: "configured" }
    | { readonly kind: "ignored" }
    | { readonly kind: "write-only" }
    | { readonly kind: "kept" }
    | { readonly kind: "carried"; readonly causes: readonly string[] };
}

/** Arguments by name, evaluated. */
export type ArgumentValues = Readonly<Record<string, ReviewValue>>;

/** What two sides of a resource are compared by. */
export interface ComparisonRules {
  /** Undefined for a type that the provider's table does not have. */
  readonly behaviour: TypeBehaviour | undefined;
  readonly normalise: (argument: string, value: ReviewValue) => ReviewValue;
  readonly ignoreChanges: readonly string[];
}

/** Compares the arguments of a resource; equal ones are left out. */
export function compareArguments(
  before: ArgumentValues,
  after: ArgumentValues,
  rules: ComparisonRules,
): readonly ArgumentChange[] {
  const names = sortedUnique([...Object.keys(before), ...Object.keys(after)]);
  return names.flatMap((name) => compareArgument(name, before[name], after[name], rules) ?? []);
}

function compareArgument(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  rules: ComparisonRules,
): ArgumentChange | undefined {
  const [old, now] = withoutIgnoredItems(name, before, after, rules.ignoreChanges);
  const forms = [old, now].map((value) => (value === undefined ? undefined : rules.normalise(name, value)));
  const change = (effect: ArgumentEffect, because: ArgumentChange["because"]): ArgumentChange => ({
    name,
    before,
    after,
    effect,
    because,
  });
  const differs = forms[0] === undefined ? forms[1] !== undefined : !isSame(name, forms[0], forms[1], rules);
  if (!differs) return undefined;
  if (rules.ignoreChanges.includes("all") || rules.ignoreChanges.includes(name))
    return change("none", { kind: "ignored" });
  const { behaviour } = rules;
  if (behaviour?.writeOnly?.includes(name) === true) return change("none", { kind: "write-only" });
  if (isEffectless(name, forms[0], forms[1], behaviour)) return change("none", { kind: "kept" });
  const effect = changedPaths(name, forms[0], forms[1], behaviour).some(
    (path) => behaviour?.replaces.includes(path) === true,
  )
    ? "replace"
    : "update";
  const causes = sortedUnique(causesOf(after));
  return change(effect, causes.length === 0 ? { kind: "configured" } : { kind: "carried", causes });
}

function isSame(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  { behaviour }: ComparisonRules,
): boolean {
  if (before === undefined || after === undefined) return before === after;
  if (causesOf(after).length > 0) return false;
  const isSet = behaviour?.sets?.includes(name) === true;
  return canonical(before, isSet) === canonical(after, isSet);
}

/** Whether only the text differs: what is given is what stood there anyway, or what stands is kept. */
function isEffectless(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  behaviour: TypeBehaviour | undefined,
): boolean {
  const isKept = behaviour?.kept?.includes(name) === true;
  if (after === undefined && isKept) return true;
  const unset = behaviour?.unset?.[name] ?? (isKept ? late("what stands") : null);
  const [old, now] = [before ?? unset, after ?? unset];
  if (isNothing(old) && isNothing(now)) return true;
  return !isLate(now) && canonical(old) === canonical(now);
}

/** The arguments that differ in a nested block, as `block.argument`; for an argument, its own name. */
function changedPaths(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  behaviour: TypeBehaviour | undefined,
): readonly string[] {
  const paths = [...(behaviour?.replaces ?? []), ...(behaviour?.updates ?? [])];
  if (!paths.some((path) => path.startsWith(`${name}.`))) return [name];
  const [old, now] = [itemsOf(before), itemsOf(after)];
  const length = Math.max(old.length, now.length);
  const differing = Array.from({ length }, (_, index) => {
    const [one, other] = [recordOf(old[index]), recordOf(now[index])];
    const names = sortedUnique([...Object.keys(one), ...Object.keys(other)]);
    return names.filter((key) => canonical(one[key] ?? null) !== canonical(other[key] ?? null));
  });
  return sortedUnique(differing.flat()).map((key) => `${name}.${key}`);
}

function itemsOf(value: ReviewValue | undefined): readonly ReviewValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly ReviewValue[]) : [value];
}

function recordOf(value: ReviewValue | undefined): Readonly<Record<string, ReviewValue>> {
  const isRecord = typeof value === "object" && value !== null && !isLate(value) && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, ReviewValue>>) : {};
}

/** `ignore_changes = [tags["owner"]]` leaves one entry of a map alone. */
function withoutIgnoredItems(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  ignoreChanges: readonly string[],
): [ReviewValue | undefined, ReviewValue | undefined] {
  const keys = ignoreChanges.flatMap((one) => {
    const match = /^([\w-]+)\["([^"]+)"\]$/.exec(one);
    return match?.[1] === name && match[2] !== undefined ? [match[2]] : [];
  });
  if (keys.length === 0) return [before, after];
  const strip = (value: ReviewValue | undefined) =>
    value === undefined
      ? undefined
      : Object.fromEntries(Object.entries(recordOf(value)).filter(([key]) => !keys.includes(key)));
  return [strip(before), strip(after)];
}
