import { oneLine } from "../base/text";
import type { Host } from "./host";
import type { CommonOptions } from "./options";

/** What is done with many things, one after the other. */
export interface Work<T, R> {
  /** What is done, as in `compiling`. */
  readonly doing: string;
  readonly items: readonly T[];
  readonly nameOf: (item: T) => string;
  readonly act: (item: T) => R;
}

/** Some terminals say that they have no columns; on few a line says nothing. */
const LEAST_COLUMNS = 20;

/**
 * Does something with each of many things. On a terminal a line says how far that has come; it is gone when all is
 * done.
 */
export function workThrough<T, R>(
  host: Host,
  { quiet, diagnostics }: CommonOptions,
  { doing, items, nameOf, act }: Work<T, R>,
): readonly R[] {
  const isWanted = !quiet && diagnostics === "text" && items.length > 1;
  const columns = isWanted ? (host.progressColumns ?? 0) : 0;
  if (columns < LEAST_COLUMNS) return items.map(act);
  // The last column stays free: some terminals go on to the next line once it is written.
  const show = (text: string) => host.printError(`\r${text.slice(0, columns - 1).padEnd(columns - 1)}\r`);
  try {
    return items.map((item, index) => {
      show(`${doing} ${index + 1} of ${items.length}: ${oneLine(nameOf(item))}`);
      return act(item);
    });
  } finally {
    show("");
  }
}
