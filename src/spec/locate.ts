import type { SourceRange } from "../diagnostics/source-file";
import { nodeAt, type SpecNode, type SpecPath } from "./spec-node";

/** Which part of an entry a diagnostic points at. */
export type Part = "key" | "value";

/**
 * Where a path stands in the text: its value, or the key it is written under. A path that is not there
 * answers the key of its nearest ancestor that is; line 1 when that is the document itself.
 */
export function locate(root: SpecNode, path: SpecPath, part: Part): SourceRange {
  const node = nodeAt(root, path);
  if (node === undefined) return locate(root, path.slice(0, -1), "key");
  if (path.length === 0) return firstLine(node);
  return part === "value" ? node.range : (keyRangeAt(root, path) ?? node.range);
}

function keyRangeAt(root: SpecNode, path: SpecPath): SourceRange | undefined {
  const parent = nodeAt(root, path.slice(0, -1));
  return parent?.kind === "map" ? parent.entries.get(String(path.at(-1)))?.keyRange : undefined;
}

function firstLine(root: SpecNode): SourceRange {
  if (root.kind !== "map") return root.range;
  const first = root.entries.values().next().value?.keyRange;
  // Comments may stand before the first key.
  return first?.start === 0 ? first : { start: 0, end: 0 };
}
