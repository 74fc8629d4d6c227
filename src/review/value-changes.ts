import { ownValue } from "../base/own-value";
import { sortedUnique } from "../base/ordering";
import { isLate, isRecord, type ReviewValue } from "../terraform/live-behaviour";
import { canonical } from "./canonical";
import type { ArgumentChange } from "./compare-arguments";

/** One difference inside a changed argument. */
export interface ValueChange {
  /** Such as `policy.Statement[Use].Action`. */
  readonly path: string;
  /** Undefined where nothing stood. */
  readonly before: string | undefined;
  /** Undefined where nothing stands. */
  readonly after: string | undefined;
}

/** The differences inside a changed argument, each as near to the leaf as it can be told. */
export function valueChanges({ name, before, after }: ArgumentChange): readonly ValueChange[] {
  return differences(name, before, after);
}

function differences(
  path: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
): readonly ValueChange[] {
  const [old, now] = [decoded(before), decoded(after)];
  if (isRecord(old) && isRecord(now)) {
    return sortedUnique([...Object.keys(old), ...Object.keys(now)]).flatMap((key) => {
      const [one, other] = [ownValue(old, key), ownValue(now, key)];
      return isSame(one, other) ? [] : differences(`${path}.${key}`, one, other);
    });
  }
  if (isList(old) && isList(now)) return listDifferences(path, old, now);
  return [{ path, before: textOf(old), after: textOf(now) }];
}

/** Items are told apart by their names where they have them, and by what they are otherwise. */
function listDifferences(
  path: string,
  before: readonly ReviewValue[],
  after: readonly ReviewValue[],
): readonly ValueChange[] {
  const [old, now] = [byName(before), byName(after)];
  if (old !== undefined && now !== undefined) {
    return sortedUnique([...old.keys(), ...now.keys()]).flatMap((name) =>
      isSame(old.get(name), now.get(name))
        ? []
        : differences(`${path}[${name}]`, old.get(name), now.get(name)),
    );
  }
  const [only, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1) return differences(path, only, other);
  const without = (items: readonly ReviewValue[], others: readonly ReviewValue[]) => {
    const forms = new Set(others.map((item) => canonical(item)));
    return items.filter((item) => !forms.has(canonical(item)));
  };
  const removed = without(before, after).map((item) => ({ path, before: textOf(item), after: undefined }));
  const added = without(after, before).map((item) => ({ path, before: undefined, after: textOf(item) }));
  return [...removed, ...added];
}

const NAMES = ["Sid", "name"];

function byName(items: readonly ReviewValue[]): ReadonlyMap<string, ReviewValue> | undefined {
  const entries = items.map((item): [string, ReviewValue] | undefined => {
    const name = isRecord(item)
      ? NAMES.map((key) => item[key]).find((one) => typeof one === "string")
      : undefined;
    return typeof name === "string" ? [name, item] : undefined;
  });
  const named = entries.filter((entry) => entry !== undefined);
  const map = new Map(named);
  return named.length === items.length && map.size === items.length ? map : undefined;
}

/** JSON in a text is compared as what it says. */
function decoded(value: ReviewValue | undefined): ReviewValue | undefined {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  try {
    return JSON.parse(value) as ReviewValue;
  } catch {
    return value;
  }
}

function isSame(one: ReviewValue | undefined, other: ReviewValue | undefined): boolean {
  return one === undefined || other === undefined ? one === other : canonical(one) === canonical(other);
}

/** A value as a reader is shown it; undefined where there is none. */
export function textOf(value: ReviewValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (isLate(value))
    return value.causes.length > 0 ? "(known after apply)" : value.text.replace(/^\$\{(.*)\}$/, "$1");
  return typeof value === "object" ? JSON.stringify(shown(value)) : JSON.stringify(value);
}

/** A value with late values inside as texts. */
export function shown(value: ReviewValue): unknown {
  if (isLate(value)) return textOf(value);
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map(shown);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shown(item)]));
}

function isList(value: ReviewValue | undefined): value is readonly ReviewValue[] {
  return Array.isArray(value);
}
