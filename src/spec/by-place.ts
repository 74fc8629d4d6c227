import { ownValue } from "../base/own-value";
import type { SpecPath } from "./spec-node";

/** What is known of names, by the place where people write them; `*` stands for any key set, database or Region. */
export type ByPlace<T> = Readonly<Record<string, Readonly<Record<string, T>>>>;

/** The same for several names. */
export function everyOf<T>(known: T, names: readonly string[]): Readonly<Record<string, T>> {
  return Object.fromEntries(names.map((name) => [name, known]));
}

/** What is known of a name at a place. */
export function knownAt<T>(table: ByPlace<T>, place: SpecPath, name: string): T | undefined {
  const pattern = place.map((step, index) => (index % 2 === 0 ? step : "*")).join(".");
  return ownValue(ownValue(table, pattern) ?? {}, name);
}
