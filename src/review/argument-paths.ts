import { ownValue } from "../base/own-value";
import { compareText, sortedUnique } from "../base/ordering";
import { isRecord, type ReviewValue, type TypeBehaviour } from "../terraform/live-behaviour";
import { canonical } from "./canonical";

/*
 * Arguments of nested blocks go by the path that leads to them, without the places of the blocks in their lists:
 * `settings.ip_configuration.ssl_mode`.
 */

/** An argument that differs, however deep it stands; undefined on a side that does not give it. */
export interface PathChange {
  readonly path: string;
  readonly before: ReviewValue | undefined;
  readonly after: ReviewValue | undefined;
  /** Whether the blocks around it stand on both sides. */
  readonly isInside: boolean;
}

type Lists = Pick<TypeBehaviour, "replaces" | "updates"> | undefined;

/** The arguments that differ, each as deep as the table of the type goes. */
export function changedPaths(
  path: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  behaviour: Lists,
  isInside = true,
): readonly PathChange[] {
  const known = [...(behaviour?.replaces ?? []), ...(behaviour?.updates ?? [])];
  if (!known.some((one) => one.startsWith(`${path}.`))) return [{ path, before, after, isInside }];
  const [old, now] = [itemsOf(before), itemsOf(after)];
  return Array.from({ length: Math.max(old.length, now.length) }, (_, index) => {
    const [one, other] = [recordOf(old[index]), recordOf(now[index])];
    const isBoth = isInside && old[index] !== undefined && now[index] !== undefined;
    const names = sortedUnique([...Object.keys(one), ...Object.keys(other)]);
    return names
      .filter((name) => canonical(ownValue(one, name) ?? null) !== canonical(ownValue(other, name) ?? null))
      .flatMap((name) =>
        changedPaths(`${path}.${name}`, ownValue(one, name), ownValue(other, name), behaviour, isBoth),
      );
  }).flat();
}

/** Which arguments of nested blocks stay what they are, whatever the text says. */
export interface Standing {
  /** Arguments that the live system keeps when the text stops giving them. */
  readonly kept: readonly string[];
  /** Arguments that `ignore_changes` names. */
  readonly ignored: readonly string[];
}

/** The new value of an argument with what stays in its nested blocks. */
export function withStanding(
  path: string,
  before: ReviewValue | undefined,
  after: ReviewValue | undefined,
  standing: Standing,
): ReviewValue | undefined {
  const concerns = [...standing.kept, ...standing.ignored].some((one) => one.startsWith(`${path}.`));
  if (!concerns || before === undefined || after === undefined) return after;
  if (isList(before) && isList(after))
    return after.map((item, index) => withStanding(path, before[index], item, standing) ?? item);
  if (!isRecord(before) || !isRecord(after)) return after;
  const names = sortedUnique([...Object.keys(before), ...Object.keys(after)]);
  const entries = names.flatMap((name): [string, ReviewValue][] => {
    const inner = `${path}.${name}`;
    const [old, now] = [given(ownValue(before, name)), given(ownValue(after, name))];
    const stays = standing.ignored.includes(inner) || (now === undefined && standing.kept.includes(inner));
    const value = stays ? old : withStanding(inner, old, now, standing);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** `settings[0].disk_size` as a path. */
export function pathOf(reference: string): string {
  return reference.replace(/\[\d+\]/g, "");
}

/** A value in which the items of sets stand in one order, in nested blocks too. */
export function withSortedSets(path: string, value: ReviewValue, sets: readonly string[]): ReviewValue {
  if (!sets.some((one) => one.startsWith(`${path}.`))) return value;
  if (isList(value)) return value.map((item) => withSortedSets(path, item, sets));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const inner = `${path}.${name}`;
      const sorted = withSortedSets(inner, item, sets);
      return [name, sets.includes(inner) && isList(sorted) ? sortItems(sorted) : sorted];
    }),
  );
}

function sortItems(items: readonly ReviewValue[]): readonly ReviewValue[] {
  return [...items].sort((one, other) => compareText(canonical(one), canonical(other)));
}

function itemsOf(value: ReviewValue | undefined): readonly ReviewValue[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

/** The names of a value; none where it has none. */
export function recordOf(value: ReviewValue | undefined): Readonly<Record<string, ReviewValue>> {
  return isRecord(value) ? value : {};
}

/** An argument that is null is not given. */
function given(value: ReviewValue | undefined): ReviewValue | undefined {
  return value === null ? undefined : value;
}

function isList(value: ReviewValue | undefined): value is readonly ReviewValue[] {
  return Array.isArray(value);
}
