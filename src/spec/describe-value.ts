import type { SpecNode } from "./spec-node";

const LONGEST = 60;

/** A value as a diagnostic names it: `the text "x"`, `the number 5`, `a list`, `nothing`. */
export function describeValue(node: SpecNode | undefined): string {
  if (node === undefined) return "nothing";
  if (node.kind === "list") return "a list";
  if (node.kind === "map") return "a map";
  if (node.value === null) return "nothing";
  if (typeof node.value === "string") return `the text ${quoteShort(node.value)}`;
  if (typeof node.value === "number") return `the number ${node.source}`;
  return String(node.value);
}

/** A text in quotes, cut when it is long. */
export function quoteShort(text: string): string {
  return text.length > LONGEST ? `"${text.slice(0, LONGEST)}…"` : `"${text}"`;
}
