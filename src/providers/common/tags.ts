import { sortedEntries } from "../../base/ordering";

/** Tags by name; none rather than an empty map. */
export function tagsOf(tags: Readonly<Record<string, string>>): Record<string, string> | undefined {
  const entries = sortedEntries(tags);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A list; none rather than an empty one. */
export function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
