/** A place in a source text, in UTF-16 code units from its start; `end` is exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A place for people: both numbers count from 1; columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A text with its name, and the way from offsets to lines. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
  /** The position of an offset; offsets outside the text answer its nearest end. */
  positionAt(offset: number): Position;
  /** The text of a line (from 1), without its line break; empty when there is none. */
  lineAt(line: number): string;
}

/** Builds a {@link SourceFile}; the table of lines is made when the first position is asked for. */
export function createSourceFile(name: string, text: string): SourceFile {
  let starts: readonly number[] | undefined;
  const lineStarts = () => (starts ??= findLineStarts(text));

  return {
    name,
    text,
    positionAt(offset) {
      const clamped = Math.min(Math.max(offset, 0), text.length);
      const index = lastIndexAtOrBefore(lineStarts(), clamped);
      return { line: index + 1, column: clamped - (lineStarts()[index] ?? 0) + 1 };
    },
    lineAt(line) {
      const start = lineStarts()[line - 1];
      if (start === undefined) return "";
      const next = lineStarts()[line] ?? text.length + 1;
      return text.slice(start, next - 1).replace(/\r$/, "");
    },
  };
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lastIndexAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
