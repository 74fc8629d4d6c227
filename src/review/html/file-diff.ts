import { groupBy } from "../../base/group-by";
import { sortedUnique } from "../../base/ordering";
import type { ReviewedFile } from "../configuration";
import { alignLines, type DiffRow } from "./align-lines";
import type { PageLibraries } from "./libraries";

/** Rows that are shown, or unchanged rows that are folded away. */
export interface DiffPart {
  readonly kind: "shown" | "folded";
  readonly rows: readonly DiffRow[];
  /** The blocks in which something changes: `resource_type.storage`, `output "endpoint"`. */
  readonly blocks: readonly string[];
}

/** A file that differs. */
export interface FileDiff {
  readonly path: string;
  readonly change: "added" | "removed" | "changed";
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly parts: readonly DiffPart[];
  readonly linesAdded: number;
  readonly linesRemoved: number;
}

/** Unchanged lines that are shown around a change. */
const CONTEXT = 3;
/** Fewer unchanged lines are not worth folding. */
const LEAST_FOLDED = 4;

/** The files that differ: configuration first, then everything else. */
export function fileDiffs(
  before: readonly ReviewedFile[],
  after: readonly ReviewedFile[],
  diff: PageLibraries["diff"],
): readonly FileDiff[] {
  const [old, now] = [contentsOf(before), contentsOf(after)];
  const paths = sortedUnique([...old.keys(), ...now.keys()]);
  const changed = paths.filter((path) => old.get(path) !== now.get(path));
  const { true: configuration = [], false: others = [] } = Object.fromEntries(
    groupBy(changed, (path) => String(path.endsWith(".tf"))),
  );
  return [...configuration, ...others].map((path) => compareFile(path, old.get(path), now.get(path), diff));
}

function contentsOf(files: readonly ReviewedFile[]): ReadonlyMap<string, string> {
  return new Map(files.map(({ path, content }) => [path, content]));
}

function compareFile(
  path: string,
  before: string | undefined,
  after: string | undefined,
  diff: PageLibraries["diff"],
): FileDiff {
  const [old, now] = [linesOf(before), linesOf(after)];
  const rows = alignLines(old, now, diff);
  const blocks = { before: blocksOf(old), after: blocksOf(now) };
  return {
    path,
    change: before === undefined ? "added" : after === undefined ? "removed" : "changed",
    before: old,
    after: now,
    parts: foldRows(rows).map(({ kind, rows: inside }): DiffPart => ({
      kind,
      rows: inside,
      blocks: changedBlocks(inside, blocks),
    })),
    linesAdded: rows.filter((row) => row.kind !== "same" && row.after !== undefined).length,
    linesRemoved: rows.filter((row) => row.kind !== "same" && row.before !== undefined).length,
  };
}

function linesOf(text: string | undefined): readonly string[] {
  if (text === undefined || text === "") return [];
  return text.replace(/\n$/, "").split("\n");
}

/** Runs of rows, those far from any change folded. */
function foldRows(rows: readonly DiffRow[]): Pick<DiffPart, "kind" | "rows">[] {
  const near = new Set<number>();
  for (const [index, { kind }] of rows.entries())
    if (kind !== "same")
      for (let place = index - CONTEXT; place <= index + CONTEXT; place += 1) near.add(place);
  const parts: { kind: DiffPart["kind"]; rows: DiffRow[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const kind = near.has(index) ? "shown" : "folded";
    const last = parts.at(-1);
    if (last?.kind === kind) last.rows.push(row);
    else parts.push({ kind, rows: [row] });
  }
  return joined(parts.map((part) => (part.rows.length < LEAST_FOLDED ? { ...part, kind: "shown" } : part)));
}

function joined(parts: readonly Pick<DiffPart, "kind" | "rows">[]): Pick<DiffPart, "kind" | "rows">[] {
  const result: Pick<DiffPart, "kind" | "rows">[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === "shown" && part.kind === "shown")
      result[result.length - 1] = { kind: "shown", rows: [...last.rows, ...part.rows] };
    else result.push(part);
  }
  return result;
}

/** For each line the top-level block that it stands in, as reviews call it. */
function blocksOf(lines: readonly string[]): readonly (string | undefined)[] {
  let block: string | undefined;
  return lines.map((line) => {
    const [, keyword, first, second] = /^(\w+)(?: "([^"]+)")?(?: "([^"]+)")? \{/.exec(line) ?? [];
    if (keyword !== undefined) block = blockName(keyword, first, second);
    const current = block;
    if (line.startsWith("}")) block = undefined;
    return current;
  });
}

function blockName(keyword: string, first: string | undefined, second: string | undefined): string {
  if (keyword === "resource") return [first, second].join(".");
  return [keyword, ...[first, second].flatMap((label) => (label === undefined ? [] : [`"${label}"`]))].join(
    " ",
  );
}

function changedBlocks(
  rows: readonly DiffRow[],
  blocks: Readonly<Record<"before" | "after", readonly (string | undefined)[]>>,
): readonly string[] {
  const changed = rows.filter(({ kind }) => kind !== "same");
  const names = changed.flatMap(({ before, after }) => [
    before === undefined ? undefined : blocks.before[before],
    after === undefined ? undefined : blocks.after[after],
  ]);
  return [...new Set(names.flatMap((name) => name ?? []))];
}
