import { listed } from "../base/text";
import { isGapAt, type LanguageGap } from "../model/provider-language";
import type { LanguageDefault, PublishedLanguage } from "../model/published-language";
import { deploymentSchema } from "./schema/deployment";

/*
 * The schema as people read it, who do not have a compiler that asks a catalog: what of the language which provider
 * has, and what it takes where nothing is written.
 */

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

type Path = readonly string[];

/** The schema of the language, whose descriptions and defaults say what is whose. */
export function describedSchema(languages: readonly PublishedLanguage[]): JsonSchema {
  return describe(deploymentSchema as JsonSchema, [], languages);
}

function describe(node: JsonSchema, path: Path, languages: readonly PublishedLanguage[]): JsonSchema {
  const below = (child: JsonSchema, ...steps: Path) =>
    withNotes(describe(child, [...path, ...steps], languages), [...path, ...steps], languages);
  const { properties, items, additionalProperties, anyOf } = node;
  return {
    ...node,
    ...(properties === undefined
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, child]) => [name, below(child, name)]),
          ),
        }),
    ...(items === undefined ? {} : { items: below(items, "*") }),
    ...(typeof additionalProperties === "object"
      ? { additionalProperties: below(additionalProperties, "*") }
      : {}),
    ...(anyOf === undefined ? {} : { anyOf: anyOf.map((branch) => describe(branch, path, languages)) }),
  };
}

function withNotes(node: JsonSchema, path: Path, languages: readonly PublishedLanguage[]): JsonSchema {
  const owners = languages.filter(({ gaps }) => !isLacking(gaps, path));
  const defaults = owners.flatMap((language) => {
    const value = defaultAt(language, path);
    return value === undefined ? [] : [{ title: language.title, value }];
  });
  const isShared = defaults.length === owners.length && sameValues(defaults.map(({ value }) => value));
  const isRequired = owners.every(({ required }) => required.some((field) => isGapAt(asGap(field), path)));
  const notes = [
    ...(owners.length < languages.length
      ? [`Only on ${titlesOf(owners)}${isRequired ? ", where it is required" : ""}.`]
      : []),
    ...wordNotes(node.enum ?? [], path, owners),
    ...(isShared
      ? []
      : [
          `Default ${defaults.map(({ title, value }) => `on ${title}: \`${textOf(value)}\``).join("; ")}.`,
        ].filter(() => defaults.length > 0)),
  ];
  const [first] = defaults;
  return {
    ...node,
    ...(notes.length === 0 ? {} : { description: [node.description ?? "", ...notes].join(" ").trim() }),
    ...(isShared && first !== undefined ? { default: first.value } : {}),
  };
}

/** The words of a closed list that some providers lack, with those that have them. */
function wordNotes(
  words: readonly string[],
  path: Path,
  languages: readonly PublishedLanguage[],
): readonly string[] {
  const byOwners = new Map<string, string[]>();
  for (const word of words) {
    const owners = languages.filter(({ gaps }) => !lackingWords(gaps, path).includes(word));
    if (owners.length === languages.length) continue;
    const titles = titlesOf(owners);
    byOwners.set(titles, [...(byOwners.get(titles) ?? []), `\`${word}\``]);
  }
  return [...byOwners].map(([titles, own]) => `Only on ${titles}: ${listed(own)}.`);
}

/** What of the language a provider lacks, as conditions that editors understand. */
export function providerConditions(languages: readonly PublishedLanguage[]): readonly JsonSchema[] {
  return languages.map((language) => ({
    if: {
      properties: { provider: { properties: { name: { const: language.name } }, required: ["name"] } },
      required: ["provider"],
    },
    then: conditionAt([deploymentSchema as JsonSchema], [], withOwnDefaults(language, languages)) ?? {},
  }));
}

/** A language without the defaults that every other one has as well. */
function withOwnDefaults(
  language: PublishedLanguage,
  languages: readonly PublishedLanguage[],
): PublishedLanguage {
  const isOwn = ({ path, value, when }: LanguageDefault) =>
    when !== undefined || !sameValues([value, ...languages.map((other) => defaultAt(other, path))]);
  return { ...language, defaults: language.defaults.filter(isOwn) };
}

/** The part of a provider's condition that is about a place, if there is any. */
function conditionAt(
  nodes: readonly JsonSchema[],
  path: Path,
  language: PublishedLanguage,
): JsonSchema | undefined {
  if (isLacking(language.gaps, path)) return refusal(language, path);
  const branches = nodes.flatMap((node) => [node, ...(node.anyOf ?? [])]);
  const own = {
    ...wordCondition(branches, path, language),
    ...defaultCondition(path, language),
    ...requiredCondition(path, language),
    ...conditionalDefaults(path, language),
  };
  const properties = branches.flatMap((branch) =>
    Object.entries(branch.properties ?? {}).flatMap(([name, child]) => {
      const condition = conditionAt([child], [...path, name], language);
      return condition === undefined ? [] : [[name, condition] as const];
    }),
  );
  const inside = (children: readonly JsonSchema[]) =>
    children.length === 0 ? undefined : conditionAt(children, [...path, "*"], language);
  const items = inside(branches.flatMap(({ items: one }) => (one === undefined ? [] : [one])));
  const entries = inside(
    branches.flatMap(({ additionalProperties: one }) => (typeof one === "object" ? [one] : [])),
  );
  const condition = {
    ...own,
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(items === undefined ? {} : { items }),
    ...(entries === undefined ? {} : { additionalProperties: entries }),
  };
  return Object.keys(condition).length === 0 ? undefined : condition;
}

/** A field that there is not; editors show the sentence, and do not propose the field. */
function refusal({ title, gaps }: PublishedLanguage, path: Path): JsonSchema {
  const gap = gaps.find((one) => one.words === undefined && isGapAt(one, path));
  const why = gap === undefined ? "" : `: ${gap.reason}; ${gap.instead}`;
  return { not: {}, errorMessage: `not for ${title}${why}`, doNotSuggest: true };
}

function wordCondition(
  branches: readonly JsonSchema[],
  path: Path,
  { title, gaps }: PublishedLanguage,
): JsonSchema {
  const missing = lackingWords(gaps, path);
  const words = branches.flatMap((branch) => branch.enum ?? []);
  if (missing.length === 0 || words.length === 0) return {};
  const own = gaps.filter((gap) => gap.words !== undefined && isGapAt(gap, path));
  const sentences = own.map(
    ({ words: lacking = [], reason, instead }) =>
      `${listed(lacking)} not for ${title}: ${reason}; ${instead}`,
  );
  return { enum: words.filter((word) => !missing.includes(word)), errorMessage: sentences.join(". ") };
}

function defaultCondition(path: Path, language: PublishedLanguage): JsonSchema {
  const value = defaultAt(language, path);
  return value === undefined ? {} : { default: value };
}

function requiredCondition(path: Path, { required }: PublishedLanguage): JsonSchema {
  const names = required.filter((field) => isParent(path, field)).map((field) => field.at(-1));
  return names.length === 0 ? {} : { required: names };
}

/** Defaults that other fields beside them decide. */
function conditionalDefaults(path: Path, { defaults }: PublishedLanguage): JsonSchema {
  const own = defaults.filter((one) => one.when !== undefined && isParent(path, one.path));
  if (own.length === 0) return {};
  const allOf = own.map(({ path: field, value, when = {} }) => ({
    if: {
      properties: Object.fromEntries(Object.entries(when).map(([name, words]) => [name, { enum: words }])),
      required: Object.keys(when),
    },
    then: { properties: { [field.at(-1) ?? ""]: { default: value } } },
  }));
  return { allOf };
}

/** Whether a field stands in the map at a path. */
function isParent(path: Path, field: Path): boolean {
  return JSON.stringify(field.slice(0, -1)) === JSON.stringify(path);
}

function isLacking(gaps: readonly LanguageGap[], path: Path): boolean {
  return gaps.some((gap) => gap.words === undefined && isGapAt(gap, path));
}

function lackingWords(gaps: readonly LanguageGap[], path: Path): readonly string[] {
  return gaps.flatMap((gap) => (isGapAt(gap, path) ? (gap.words ?? []) : []));
}

function defaultAt({ defaults }: PublishedLanguage, path: Path): LanguageDefault["value"] | undefined {
  const always = defaults.filter(({ when }) => when === undefined);
  return always.find((one) => isGapAt(asGap(one.path), path))?.value;
}

function asGap(path: Path): LanguageGap {
  return { path, reason: "", instead: "" };
}

function sameValues(values: readonly unknown[]): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size < 2;
}

function titlesOf(languages: readonly PublishedLanguage[]): string {
  return listed(languages.map(({ title }) => title));
}

function textOf(value: LanguageDefault["value"]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
