/**
 * Orders text by UTF-16 code units: the same on every machine, whatever its locale.
 * Negative, zero or positive, as `Array.prototype.sort` wants it.
 */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** A sorted copy, ordered by the text that `keyOf` gives; equal keys keep their order. */
export function sortedBy<T>(items: Iterable<T>, keyOf: (item: T) => string): T[] {
  return [...items].sort((a, b) => compareText(keyOf(a), keyOf(b)));
}

/** A sorted copy without repetitions. */
export function sortedUnique<T extends string>(items: Iterable<T>): T[] {
  return [...new Set(items)].sort(compareText);
}

/** The entries of a record in the order of their keys; absent values are left out. */
export function sortedEntries<V>(record: Readonly<Record<string, V>> | undefined): [string, V][] {
  return sortedBy(Object.entries(record ?? {}), ([key]) => key);
}

/** Two keys of a record in the order in which it has them: for a parsed text, the order of the text. */
export function inOrderOf<K extends string>(record: object, one: K, other: K): readonly [K, K] {
  const keys: readonly string[] = Object.keys(record);
  return keys.indexOf(one) < keys.indexOf(other) ? [one, other] : [other, one];
}
