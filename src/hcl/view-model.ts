import { oneLine } from "../base/text";
import type { HclFile } from "./document";
import { printBlock } from "./print-block";

/** What a template is given: docs/templates.md explains every field. */
export interface FileView {
  /** File name of the spec. */
  readonly source: string;
  /** Path of the file below the output folder. */
  readonly path: string;
  readonly blocks: readonly BlockView[];
}

/** A block, printed. */
export interface BlockView {
  /** `resource`, `variable`, … */
  readonly keyword: string;
  /** Type and name, or the name alone. */
  readonly labels: readonly string[];
  /** One line on what it is for, without the `#`; empty if there is none. */
  readonly comment: string;
  /** The block as text, without a line break at its end. */
  readonly text: string;
}

/** The view of a file. */
export function viewOf(file: HclFile, specName: string): FileView {
  return {
    source: oneLine(specName),
    path: file.path,
    blocks: file.blocks.map((block) => ({
      keyword: block.keyword,
      labels: block.labels,
      comment: oneLine(block.comment ?? ""),
      text: printBlock(block),
    })),
  };
}
