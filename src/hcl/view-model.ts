import { oneLine } from "../base/text";
import type { HclBlock, HclFile } from "./document";
import { printBlock } from "./print-block";

/** What the template of a file of configuration is given: docs/templates.md explains every field. */
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

/** The view of a file. `specName` is the file name of the spec. */
export function fileView({ path, blocks }: HclFile, specName: string): FileView {
  return { source: oneLine(specName), path, blocks: blocks.map(blockView) };
}

function blockView(block: HclBlock): BlockView {
  return {
    keyword: block.keyword,
    labels: block.labels,
    comment: oneLine(block.comment ?? ""),
    text: printBlock(block),
  };
}
