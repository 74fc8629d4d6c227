import { createSourceFile } from "../../src/diagnostics/source-file";
import { printText } from "../../src/diagnostics/print-text";
import { parseYaml } from "../../src/spec/parse-yaml";
import type { MapEntry, MapNode, SpecDocument, SpecNode, SpecPath } from "../../src/spec/spec-node";

/*
 * Documents with one place changed, made from the tree of another: much faster than from its text, when a spec is
 * changed everywhere in turn.
 */

/** Reads a text that must be YAML. */
export function readDocument(name: string, text: string): SpecDocument {
  const { value, diagnostics } = parseYaml(createSourceFile(name, text));
  if (value === undefined) throw new Error(`${name}:\n${printText(diagnostics, { color: false })}`);
  return value;
}

/** Every place of a document: the names and indices that lead to it. */
export function placesIn(node: SpecNode, path: SpecPath = []): SpecPath[] {
  const children = childrenOf(node).map(([step, child]) => ({ at: [...path, step], child }));
  return children.flatMap(({ at, child }) => [at, ...placesIn(child, at)]);
}

/** The document with another value at a place, which must be there. */
export function withValue(
  document: SpecDocument,
  path: SpecPath,
  change: (node: SpecNode) => SpecNode,
): SpecDocument {
  return { ...document, root: changed(document.root, path, change) };
}

/** The document with an entry of a map under another name, at the same place. */
export function withName(document: SpecDocument, path: SpecPath, rename: (name: string) => string) {
  const own = String(path.at(-1));
  return withValue(document, path.slice(0, -1), (map) => ({
    ...asMap(map),
    entries: new Map(
      [...asMap(map).entries].map(([name, entry]) => [name === own ? rename(name) : name, entry]),
    ),
  }));
}

/** A number where none is expected; a map where a scalar is. */
export function ofAnotherType(node: SpecNode): SpecNode {
  const number: SpecNode = { kind: "scalar", value: 17, source: "17", range: node.range };
  if (node.kind !== "scalar" || node.value === null) return number;
  return {
    kind: "map",
    entries: new Map([["unlikely", { keyRange: node.range, value: number }]]),
    range: node.range,
  };
}

function childrenOf(node: SpecNode): readonly (readonly [string | number, SpecNode])[] {
  if (node.kind === "list") return node.items.map((item, index) => [index, item]);
  return node.kind === "map" ? [...node.entries].map(([name, { value }]) => [name, value]) : [];
}

function changed(node: SpecNode, path: SpecPath, change: (node: SpecNode) => SpecNode): SpecNode {
  const [step, ...rest] = path;
  if (step === undefined) return change(node);
  if (node.kind === "list")
    return {
      ...node,
      items: node.items.map((item, index) => (index === step ? changed(item, rest, change) : item)),
    };
  const entries = [...asMap(node).entries].map(([name, entry]): [string, MapEntry] => [
    name,
    name === step ? { ...entry, value: changed(entry.value, rest, change) } : entry,
  ]);
  return { ...asMap(node), entries: new Map(entries) };
}

function asMap(node: SpecNode): MapNode {
  if (node.kind !== "map") throw new Error(`a map expected, not a ${node.kind}`);
  return node;
}
