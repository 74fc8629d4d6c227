import { listed } from "../base/text";
import type { LanguageDefault, PublishedLanguage } from "../model/published-language";
import { isGapAt } from "../model/provider-language";
import {
  asGap,
  defaultAt,
  isLacking,
  lackingWords,
  sameValues,
  type JsonSchema,
  type Path,
} from "./published-schema";
import { deploymentSchema } from "./schema/deployment";

/*
 * The schema as people read it, who do not have a compiler that asks a catalog: what of the language which provider
 * has, and what it takes where nothing is written.
 */

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

function titlesOf(languages: readonly PublishedLanguage[]): string {
  return listed(languages.map(({ title }) => title));
}

function textOf(value: LanguageDefault["value"]): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
