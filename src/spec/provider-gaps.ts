import type { Diagnostic } from "../diagnostics/diagnostic";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import { isGapAt, type LanguageGap } from "../model/provider-language";
import { locate } from "./locate";
import { pathText } from "./path-text";
import { nodeAt, type SpecDocument, type SpecNode, type SpecPath } from "./spec-node";

/** What a spec says that its provider does not have. */
export interface GapFinding {
  readonly path: SpecPath;
  readonly gap: LanguageGap;
}

/** What of the language a provider lacks, and the provider's name for people. */
export interface ProviderLanguage {
  readonly title: string;
  readonly gaps: readonly LanguageGap[];
}

/** Every place of a document that its provider does not have. */
export function findGaps({ root }: SpecDocument, gaps: readonly LanguageGap[]): readonly GapFinding[] {
  return gaps.flatMap((gap) =>
    placesOf(root, gap.path).flatMap(({ path, node }): GapFinding[] => {
      if (gap.words === undefined) return [{ path, gap }];
      const isWord = node.kind === "scalar" && gap.words.includes(String(node.value));
      return isWord ? [{ path, gap }] : [];
    }),
  );
}

/** Says a finding at its place: a field at its name, a word where it stands. */
export function gapDiagnostic(
  { path, gap }: GapFinding,
  title: string,
  { file, root }: SpecDocument,
): Diagnostic {
  const { reason, instead, words } = gap;
  const value = words === undefined ? undefined : valueAt(root, path);
  const what = value ?? String(path.at(-1));
  const range = locate(root, path, words === undefined ? "key" : "value");
  if (value !== undefined && isEngine(path)) {
    return createDiagnostic("databases/engine-refused", { engine: value, reason, instead }, file, range);
  }
  const where = pathText(path.slice(0, -1));
  return createDiagnostic(
    "provider/not-offered",
    { what, where, provider: title, reason, instead },
    file,
    range,
  );
}

/** The words of a closed list that no gap takes away. */
export function offeredWords(
  words: readonly string[],
  path: SpecPath,
  gaps: readonly LanguageGap[],
): readonly string[] {
  const missing = gaps.flatMap((gap) => (isGapAt(gap, path) ? (gap.words ?? []) : []));
  return words.filter((word) => !missing.includes(word));
}

/** The fields of a map that no gap takes away. */
export function offeredFields(
  fields: readonly string[],
  path: SpecPath,
  gaps: readonly LanguageGap[],
): readonly string[] {
  return fields.filter(
    (field) => !gaps.some((gap) => gap.words === undefined && isGapAt(gap, [...path, field])),
  );
}

function isEngine(path: SpecPath): boolean {
  return path.length === 3 && path[0] === "databases" && path[2] === "engine";
}

function valueAt(root: SpecNode, path: SpecPath): string | undefined {
  const node = nodeAt(root, path);
  return node?.kind === "scalar" ? String(node.value) : undefined;
}

interface Place {
  readonly path: SpecPath;
  readonly node: SpecNode;
}

function placesOf(root: SpecNode, path: readonly string[]): readonly Place[] {
  return path.reduce<readonly Place[]>(
    (places, step) => places.flatMap((place) => (step === "*" ? childrenOf(place) : fieldOf(place, step))),
    [{ path: [], node: root }],
  );
}

function childrenOf({ path, node }: Place): readonly Place[] {
  if (node.kind === "map")
    return [...node.entries].map(([name, entry]) => ({ path: [...path, name], node: entry.value }));
  if (node.kind === "list") return node.items.map((item, index) => ({ path: [...path, index], node: item }));
  return [];
}

function fieldOf({ path, node }: Place, name: string): readonly Place[] {
  const field = nodeAt(node, [name]);
  return field === undefined ? [] : [{ path: [...path, name], node: field }];
}
