import type { SourceFile, SourceRange } from "../diagnostics/source-file";

/** The spec as a tree that remembers where everything stands: what the schema and the rules point into. */
export type SpecNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The scalar as it stands in the text, without quotes; tells `16.10` from 16.1. */
  readonly source: string;
  readonly range: SourceRange;
}

export interface ListNode {
  readonly kind: "list";
  readonly items: readonly SpecNode[];
  readonly range: SourceRange;
}

export interface MapNode {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, MapEntry>;
  readonly range: SourceRange;
}

export interface MapEntry {
  readonly keyRange: SourceRange;
  readonly value: SpecNode;
}

/** A parsed document. */
export interface SpecDocument {
  readonly file: SourceFile;
  readonly root: SpecNode;
}

/** A place in the spec by names and indices, from the document down. */
export type SpecPath = readonly (string | number)[];

/** The node at a path, if there is one. */
export function nodeAt(root: SpecNode, path: SpecPath): SpecNode | undefined {
  let node: SpecNode | undefined = root;
  for (const step of path) {
    node = childOf(node, step);
    if (node === undefined) return undefined;
  }
  return node;
}

function childOf(node: SpecNode, step: string | number): SpecNode | undefined {
  if (node.kind === "map") return node.entries.get(String(step))?.value;
  if (node.kind === "list" && typeof step === "number") return node.items[step];
  return undefined;
}

/** Plain data of a node. Maps have no prototype, so that no key of a user can reach one. */
export function toData(node: SpecNode): unknown {
  switch (node.kind) {
    case "scalar":
      return node.value;
    case "list":
      return node.items.map(toData);
    case "map": {
      const data = Object.create(null) as Record<string, unknown>;
      for (const [key, entry] of node.entries) data[key] = toData(entry.value);
      return data;
    }
  }
}
