import { listed } from "../base/text";
import type { LanguageDefault, PublishedLanguage } from "../model/published-language";
import { isGapAt } from "../model/provider-language";
import {
  defaultAt,
  isLacking,
  lackingWords,
  sameValues,
  type JsonSchema,
  type Path,
} from "./published-schema";
import { deploymentSchema } from "./schema/deployment";

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
