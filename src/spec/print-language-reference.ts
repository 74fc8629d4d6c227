import type { PublishedLanguage } from "../model/published-language";
import { describedSchema } from "./described-schema";

/** The parts of a JSON Schema that the reference shows. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** The language, table by table, from the schema that the compiler validates with and what providers have of it. */
export function printLanguageReference(languages: readonly PublishedLanguage[]): string {
  return sectionsOf("", describedSchema(languages)).join("\n");
}

/** The table of an object and, below it, those of the objects in its fields. */
function sectionsOf(place: string, schema: Schema): string[] {
  const title = place === "" ? "The document" : `\`${place}\``;
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => row(name, field, schema));
  const table = [
    `### ${title}\n`,
    `${schema.description ?? ""}\n`,
    "| field | form | default | what it says |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ];
  const below = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    objectsIn(place === "" ? name : `${place}.${name}`, field).flatMap(([at, inner]) =>
      sectionsOf(at, inner),
    ),
  );
  return [...table, ...below];
}

/** The objects with named fields that a field may hold, each with its place; `*` stands for a name. */
function objectsIn(place: string, schema: Schema): [string, Schema][] {
  if (schema.properties !== undefined) return [[place, schema]];
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => objectsIn(place, branch));
  if (schema.items !== undefined) return objectsIn(`${place}[]`, schema.items);
  if (typeof schema.additionalProperties === "object")
    return objectsIn(`${place}.*`, schema.additionalProperties);
  return [];
}

function row(name: string, field: Schema, parent: Schema): string {
  const isRequired = parent.required?.includes(name) === true;
  const fallback = field.default === undefined ? "" : `\`${JSON.stringify(field.default)}\``;
  const cells = [`\`${name}\``, formOf(field), isRequired ? "required" : fallback, field.description ?? ""];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

const FORMS: Readonly<Record<string, string>> = {
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  null: "nothing",
};

function formOf(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.map((word) => `\`${word}\``).join(" · ");
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.anyOf !== undefined) return schema.anyOf.map(formOf).join(" or ");
  if (schema.items !== undefined) return `list of ${formOf(schema.items)}`;
  if (schema.properties !== undefined) return "map";
  if (typeof schema.additionalProperties === "object")
    return `map name → ${formOf(schema.additionalProperties)}`;
  return FORMS[schema.type ?? ""] ?? schema.type ?? "";
}
