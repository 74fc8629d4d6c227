import type { ExpressionNode } from "../terraform/expression";

/** A block of the configuration language: the tree that is printed. */
export interface HclBlock {
  /** `resource`, `provider`, or the name of a nested block. */
  readonly keyword: string;
  readonly labels: readonly string[];
  readonly items: readonly HclItem[];
  readonly comment?: string | undefined;
  /** Comments that tools look for directly above the block, without the `#`. */
  readonly marksAbove?: readonly string[];
  /** Comments that tools look for in the block: they stand first in it. */
  readonly marksInside?: readonly string[];
}

/** What stands in a block, in order. */
export type HclItem = HclAttribute | { readonly kind: "block"; readonly block: HclBlock };

/** `name = value`. */
export interface HclAttribute {
  readonly kind: "attribute";
  readonly name: string;
  readonly value: ExpressionNode;
}

/** A file: its blocks, and the template that lays them out. */
export interface HclFile {
  /** Below the output folder. */
  readonly path: string;
  readonly template: string;
  readonly blocks: readonly HclBlock[];
}

/** An attribute of a block. */
export function attribute(name: string, value: ExpressionNode): HclAttribute {
  return { kind: "attribute", name, value };
}

/** A nested block. */
export function nestedBlock(keyword: string, items: readonly HclItem[]): HclItem {
  return { kind: "block", block: { keyword, labels: [], items } };
}
