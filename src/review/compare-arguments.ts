import { ownValue } from "../base/own-value";
import { sortedUnique } from "../base/ordering";
import { isLate, late, type ReviewValue, type TypeBehaviour } from "../terraform/live-behaviour";
import {
  changedPaths,
  pathOf,
  recordOf,
  withSortedSets,
  withStanding,
  type PathChange,
} from "./argument-paths";
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
  return names.flatMap((name) => {
    const [old, now] = [ownValue(before, name), ownValue(after, name)];
    const suppresses = ownValue(rules.behaviour?.suppresses ?? {}, name);
    const isSuppressed = suppresses?.(old, now, after) === true;
    return compareArgument(name, old, now, { ...rules, isSuppressed }) ?? [];
  });
}

function compareArgument(
  name: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  rules: ComparisonRules & { readonly isSuppressed: boolean },
): ArgumentChange | undefined {
  const { behaviour } = rules;
  const ignored = rules.ignoreChanges.map(pathOf);
  const [old, text] = withoutIgnoredItems(name, before, after, rules.ignoreChanges);
  const now = withStanding(name, old, text, { kept: behaviour?.kept ?? [], ignored });
  const formOf = (value: ReviewValue | undefined) =>
    value === undefined
      ? undefined
      : withSortedSets(name, rules.normalise(name, value), behaviour?.sets ?? []);
  const forms = [formOf(old), formOf(now)];
  const change = (
    effect: ArgumentEffect,
    because: ArgumentChange["because"],
    shown = after,
  ): ArgumentChange => ({
    name,
    before,
    after: shown,
    effect,
    because,
  });
  const differs = (one: ReviewValue | undefined, other: ReviewValue | undefined) =>
    one === undefined ? other !== undefined : !isSame(name, one, other, rules);
  if (!differs(forms[0], forms[1])) {
    if (!differs(forms[0], formOf(text))) return undefined;
    // What differs stands in nested blocks, and stays there.
    const isIgnored = ignored.some((one) => one.startsWith(`${name}.`));
    return change("none", { kind: isIgnored ? "ignored" : "kept" });
  }
  if (rules.ignoreChanges.includes("all") || ignored.includes(name))
    return change("none", { kind: "ignored" });
  if (rules.isSuppressed) return change("none", { kind: "kept" });
  const isWriteOnly = behaviour?.writeOnly?.includes(name) === true;
  if (!isWriteOnly && isEffectless(name, forms[0], forms[1], behaviour))
    return change("none", { kind: "kept" });
  const paths = changedPaths(name, forms[0], forms[1], behaviour).filter(
    ({ path, before: one, after: other, isInside }) =>
      path === name || !isInside || !isEffectless(path, one, other, behaviour),
  );
  if (paths.length === 0) return change("none", { kind: "kept" });
  if (paths.every(({ path }) => behaviour?.writeOnly?.includes(path) === true))
    return change("none", { kind: "write-only" });
  const effect = paths.some((path) => isReplacing(path, behaviour)) ? "replace" : "update";
  const causes = sortedUnique(causesOf(after));
  const shown = now === text ? after : now;
  return change(effect, causes.length === 0 ? { kind: "configured" } : { kind: "carried", causes }, shown);
}

function isReplacing({ path, after }: PathChange, behaviour: TypeBehaviour | undefined): boolean {
  if (behaviour?.replaces.includes(path) === true || behaviour?.replacesNewer?.includes(path) === true)
    return true;
  return after === undefined && behaviour?.replacesWhenUnset?.includes(path) === true;
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
