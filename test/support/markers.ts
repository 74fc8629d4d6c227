import type { SourceRange } from "../../src/diagnostics/source-file";

/** A text without its markers, and what stood between them, in the order of the text. */
export interface MarkedText {
  readonly text: string;
  readonly ranges: readonly SourceRange[];
}

/** Reads a text in which `«` and `»` mark the places that a test is about; `«»` marks a place without width. */
export function readMarkers(marked: string): MarkedText {
  const ranges: SourceRange[] = [];
  let text = "";
  for (const [index, part] of marked.split(/[«»]/).entries()) {
    if (index % 2 === 1) ranges.push({ start: text.length, end: text.length + part.length });
    text += part;
  }
  return { text, ranges };
}
