import type { PageLibraries } from "./libraries";

/** A row of a side-by-side view: the numbers of its lines, from 0. */
export interface DiffRow {
  readonly kind: "same" | "changed" | "removed" | "added";
  /** Undefined where nothing stood. */
  readonly before: number | undefined;
  /** Undefined where nothing stands. */
  readonly after: number | undefined;
}

/**
 * Two texts further apart than this are shown as one removed and one added: comparing takes a time that grows
 * with the square of what differs, and this much a second or two.
 */
const MOST_EDITS = 3000;

/**
 * Puts the lines of two texts side by side. Lines that differ only in how far their `=` is indented count as the
 * same: adding a long argument moves those of its neighbours. Inside a change, lines that give the same argument
 * stand beside each other.
 */
export function alignLines(
  before: readonly string[],
  after: readonly string[],
  { diffArrays }: Pick<PageLibraries["diff"], "diffArrays">,
  mostEdits = MOST_EDITS,
): readonly DiffRow[] {
  const changes = diffArrays(before.map(withoutAlignment), after.map(withoutAlignment), {
    maxEditLength: mostEdits,
  });
  const rows: DiffRow[] = [];
  let [old, now] = [0, 0];
  let removed: number[] = [];
  const flush = (added: readonly number[]) => {
    rows.push(...alignChange({ removed, added, before, after, diffArrays, mostEdits }));
    removed = [];
  };
  for (const { removed: isRemoved, added: isAdded, count } of changes ?? [
    { removed: true, added: false, count: before.length },
    { removed: false, added: true, count: after.length },
  ]) {
    const range = (start: number) => Array.from({ length: count }, (_, index) => start + index);
    if (isRemoved) removed = range(old);
    else if (isAdded) flush(range(now));
    else {
      flush([]);
      rows.push(
        ...range(0).map((index): DiffRow => ({ kind: "same", before: old + index, after: now + index })),
      );
    }
    if (!isAdded) old += count;
    if (!isRemoved) now += count;
  }
  flush([]);
  return rows;
}

function withoutAlignment(line: string): string {
  return line.replace(/^(\s*[\w"-]+)\s+=\s/, "$1 = ");
}

interface Change {
  readonly removed: readonly number[];
  readonly added: readonly number[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly diffArrays: PageLibraries["diff"]["diffArrays"];
  readonly mostEdits: number;
}

function alignChange({ removed, added, before, after, diffArrays, mostEdits }: Change): DiffRow[] {
  if (removed.length === 0 || added.length === 0) return [...removed.map(gone), ...added.map(come)];
  const nameOf = (lines: readonly string[], index: number, side: string) =>
    argumentOf(lines[index] ?? "") ?? `${side} ${index}`;
  const changes = diffArrays(
    removed.map((index) => nameOf(before, index, "-")),
    added.map((index) => nameOf(after, index, "+")),
    { maxEditLength: mostEdits },
  );
  if (changes === undefined) return [...removed.map(gone), ...added.map(come)];
  const rows: DiffRow[] = [];
  let [old, now] = [0, 0];
  for (const change of changes) {
    for (let count = change.count; count > 0; count -= 1) {
      const [one, other] = [removed[old], added[now]];
      if (change.removed && one !== undefined) rows.push(gone(one));
      else if (change.added && other !== undefined) rows.push(come(other));
      else rows.push({ kind: "changed", before: one, after: other });
      if (!change.added) old += 1;
      if (!change.removed) now += 1;
    }
  }
  return rows.every(({ kind }) => kind !== "changed") && removed.length === added.length
    ? removed.map((index, place) => ({ kind: "changed", before: index, after: added[place] }))
    : rows;
}

function argumentOf(line: string): string | undefined {
  return /^\s*("?[\w.-]+"?)\s*[=:]/.exec(line)?.[1];
}

function gone(before: number): DiffRow {
  return { kind: "removed", before, after: undefined };
}

function come(after: number): DiffRow {
  return { kind: "added", before: undefined, after };
}
