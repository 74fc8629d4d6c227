import {
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Pair,
  type YAMLError,
} from "yaml";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Result } from "../diagnostics/result";
import type { SourceFile, SourceRange } from "../diagnostics/source-file";
import { composeYaml } from "./compose-yaml";
import { specLimits } from "./limits";
import type { MapEntry, MapNode, SpecDocument, SpecNode } from "./spec-node";

/**
 * Reads a YAML (or JSON) text. The result is a tree of plain scalars, lists and maps with positions:
 * aliases and merge keys are resolved, keys are text and stand once.
 */
export function parseYaml(file: SourceFile): Result<SpecDocument> {
  if (file.text.length > specLimits.documentLength) {
    const problem = createDiagnostic("spec/too-large", { limit: specLimits.documentLength }, file, {
      start: 0,
      end: 0,
    });
    return { diagnostics: [problem] };
  }
  const composed = composeYaml(file.text, {
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: true,
    merge: false,
    resolveKnownTags: false,
    logLevel: "error",
  });
  if (composed.kind === "too-deep") {
    return {
      diagnostics: [createDiagnostic("spec/too-deep", { limit: specLimits.depth }, file, composed.range)],
    };
  }
  const { document, second } = composed;
  const problems = syntaxProblems(document.errors, document.warnings);
  if (problems.length > 0) return { diagnostics: problems.map((problem) => toDiagnostic(problem, file)) };
  if (second !== undefined) {
    const problem = "a second document begins here; a file describes one deployment";
    return { diagnostics: [createDiagnostic("spec/yaml-syntax", { problem }, file, second)] };
  }
  if (document.contents === null) {
    return { diagnostics: [createDiagnostic("spec/empty-document", {}, file, { start: 0, end: 0 })] };
  }
  return new TreeBuilder(file).build(document.contents);
}

/**
 * The first error only: what the parser says after it mostly follows from it. A key that is not text is
 * left to the tree, which knows all of it.
 */
function syntaxProblems(errors: readonly YAMLError[], warnings: readonly YAMLError[]): readonly YAMLError[] {
  const ofSyntax = errors.filter(({ code }) => code !== "NON_STRING_KEY");
  const [first] = ofSyntax.toSorted((a, b) => a.pos[0] - b.pos[0]);
  return first === undefined ? warnings : [first];
}

function toDiagnostic(error: YAMLError, file: SourceFile): Diagnostic {
  // What lacks at the end of a text is missed by the library one place behind it.
  const [start, end] = error.pos.map((offset) => Math.min(offset, file.text.length)) as [number, number];
  const problem = error.message.split("\n")[0] ?? error.code;
  return createDiagnostic("spec/yaml-syntax", { problem }, file, { start, end: Math.max(end, start) });
}

/** Thrown inside the builder to leave a document that cannot be read any further; never leaves this file. */
class Abandoned extends Error {}

/** One walk over a YAML document; holds what the walk has to remember. */
class TreeBuilder {
  private readonly diagnostics: Diagnostic[] = [];
  private readonly open = new Set<Node>();
  private readonly anchors = new Map<string, Node>();
  /** The alias in the text that is being expanded, with all the aliases within. */
  private expanding: Alias | undefined;
  private nodes = 0;
  private depth = 0;

  constructor(private readonly file: SourceFile) {}

  build(contents: Node): Result<SpecDocument> {
    try {
      const root = this.node(contents);
      if (this.diagnostics.length > 0) return { diagnostics: this.diagnostics };
      return { value: { file: this.file, root }, diagnostics: [] };
    } catch (error) {
      if (error instanceof Abandoned) return { diagnostics: this.diagnostics };
      throw error;
    }
  }

  private node(node: Node | Alias): SpecNode {
    if (++this.nodes > specLimits.nodes)
      this.abandon("spec/too-many-nodes", { limit: specLimits.nodes }, this.expanding ?? node);
    if (isAlias(node)) return this.alias(this.anchors.get(node.source), node);
    // The text itself is not that deep: what its aliases make of it may be.
    if (this.depth > specLimits.depth)
      this.abandon("spec/too-deep", { limit: specLimits.depth }, this.expanding ?? node);
    this.depth += 1;
    const result = this.valueOf(node);
    this.depth -= 1;
    return result;
  }

  private valueOf(node: Node): SpecNode {
    // An anchor serves from where it stands; inside an expansion all anchors have been met already.
    if (node.anchor !== undefined && this.expanding === undefined) this.anchors.set(node.anchor, node);
    const range = rangeOf(node);
    if (isScalar(node)) return this.scalar(node, range);
    this.open.add(node);
    const result = isMap(node)
      ? this.map(node.items, range)
      : isSeq(node)
        ? this.list(node.items, range)
        : this.abandon("spec/yaml-syntax", { problem: "this is neither a value, a list nor a map" }, node);
    this.open.delete(node);
    return result;
  }

  /** An alias keeps the place where it is used, so that a diagnostic about it points there. */
  private alias(target: Node | undefined, alias: Alias): SpecNode {
    if (target === undefined) {
      const problem = `no anchor "${alias.source}" stands before this alias`;
      return this.abandon("spec/yaml-syntax", { problem }, alias);
    }
    if (this.open.has(target)) this.abandon("spec/alias-cycle", {}, alias);
    const outer = this.expanding;
    this.expanding ??= alias;
    const expanded = { ...this.node(target), range: rangeOf(alias) };
    this.expanding = outer;
    return expanded;
  }

  private scalar(node: { value: unknown; source?: string }, range: SourceRange): SpecNode {
    const { value } = node;
    const source = node.source ?? String(value);
    if (typeof value === "string" || typeof value === "boolean")
      return { kind: "scalar", value, source, range };
    if (value === null || value === undefined) return { kind: "scalar", value: null, source, range };
    const number = Number(value);
    if (!Number.isFinite(number)) this.report("spec/number-not-finite", { source }, range);
    else if (Number.isInteger(number) && !Number.isSafeInteger(number))
      this.report("spec/number-not-exact", { source }, range);
    return { kind: "scalar", value: number, source, range };
  }

  private list(items: readonly unknown[], range: SourceRange): SpecNode {
    return { kind: "list", items: items.map((item) => this.listItem(item, range)), range };
  }

  private listItem(item: unknown, list: SourceRange): SpecNode {
    if (isPair(item)) return this.map([item], list);
    return this.node(item as Node);
  }

  private map(items: readonly Pair[], range: SourceRange): MapNode {
    const entries = new Map<string, MapEntry>();
    const merged: SpecNode[] = [];
    for (const pair of items) {
      const key = pair.key as Node;
      if (!isScalar(key)) this.abandon("spec/key-not-text", {}, key);
      const name = String(key.value);
      const keyRange = rangeOf(key);
      const value = pair.value === null ? absent(keyRange) : this.node(pair.value as Node);
      if (name === "<<" && key.type === "PLAIN") merged.push(...this.mergeSources(value));
      else this.addEntry(entries, name, { keyRange, value });
    }
    for (const source of merged) addMissing(entries, source);
    return { kind: "map", entries, range };
  }

  private addEntry(entries: Map<string, MapEntry>, name: string, entry: MapEntry): void {
    const first = entries.get(name);
    if (first === undefined) {
      entries.set(name, entry);
      return;
    }
    const related = [{ message: "it stands here first", range: first.keyRange }];
    this.diagnostics.push(
      createDiagnostic("spec/duplicate-key", { key: name }, this.file, entry.keyRange, related),
    );
  }

  private mergeSources(value: SpecNode): readonly SpecNode[] {
    const sources = value.kind === "list" ? value.items : [value];
    for (const source of sources) {
      if (source.kind === "map") continue;
      // The items of a list behind an alias stand elsewhere; the mistake is to merge them here.
      const isHere = source.range.start >= value.range.start && source.range.end <= value.range.end;
      this.report("spec/merge-not-a-map", {}, isHere ? source.range : value.range);
    }
    return sources;
  }

  private report(...[code, parameters, range]: ReportArguments): void {
    this.diagnostics.push(createDiagnostic(code, parameters as never, this.file, range));
  }

  private abandon(code: ReportArguments[0], parameters: ReportArguments[1], node: Node): never {
    this.report(code, parameters, rangeOf(node));
    throw new Abandoned();
  }
}

type ReportArguments = [
  code:
    | "spec/yaml-syntax"
    | "spec/too-many-nodes"
    | "spec/too-deep"
    | "spec/alias-cycle"
    | "spec/key-not-text"
    | "spec/number-not-finite"
    | "spec/number-not-exact"
    | "spec/merge-not-a-map",
  parameters: Readonly<Record<string, unknown>>,
  range: SourceRange,
];

/** YAML merge keys: what the map says itself wins, then the earlier source. */
function addMissing(entries: Map<string, MapEntry>, source: SpecNode): void {
  if (source.kind !== "map") return;
  for (const [name, entry] of source.entries) if (!entries.has(name)) entries.set(name, entry);
}

function absent(keyRange: SourceRange): SpecNode {
  return { kind: "scalar", value: null, source: "", range: keyRange };
}

/** A block ends with its last entry, not where the next line begins. */
function rangeOf(node: Node): SourceRange {
  let last = node;
  while (isCollection(last) && last.flow !== true) {
    const item = last.items.at(-1);
    const next = isPair(item) ? (item.value ?? item.key) : item;
    if (!isNode(next)) break;
    last = next;
  }
  const [start] = node.range ?? [0];
  return { start, end: Math.max(start, last.range?.[1] ?? start) };
}
