import type { LanguageDefault, PublishedLanguage } from "../model/published-language";
import { isGapAt, type LanguageGap } from "../model/provider-language";

/** A JSON Schema, or a part of one. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly [keyword: string]: unknown;
}

/** Steps from the top of a spec; `*` stands for any name. */
export type Path = readonly string[];

/** Whether a provider does not have the field at a path. */
export function isLacking(gaps: readonly LanguageGap[], path: Path): boolean {
  return gaps.some((gap) => gap.words === undefined && isGapAt(gap, path));
}

/** The words that a provider does not have at a path. */
export function lackingWords(gaps: readonly LanguageGap[], path: Path): readonly string[] {
  return gaps.flatMap((gap) => (isGapAt(gap, path) ? (gap.words ?? []) : []));
}

/** What a provider takes at a path where nothing is written, whatever stands beside it. */
export function defaultAt({ defaults }: PublishedLanguage, path: Path): LanguageDefault["value"] | undefined {
  const always = defaults.filter(({ when }) => when === undefined);
  return always.find((one) => isGapAt(asGap(one.path), path))?.value;
}

/** A path to be matched with another. */
export function asGap(path: Path): LanguageGap {
  return { path, reason: "", instead: "" };
}

/** Whether all values are one. */
export function sameValues(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size < 2;
}
