import { isPresent } from "../base/present";
import type { SchemaFinding } from "./schema-findings";
import type { SpecNode } from "./spec-node";

type Schema = Readonly<Record<string, unknown>>;

/**
 * What a value of the wrong kind was most likely meant to be, written as the language has it: one item of a list
 * without its brackets, the one field of a map without its name, a list of names where each may have settings.
 */
export function rewrittenValue({ schema }: SchemaFinding, node: SpecNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  const forms = formsOf(schema);
  if (node.kind === "list") return forms.some(isRecordOfMaps) ? asNames(node) : undefined;
  if (node.kind !== "scalar" || node.value === null) return undefined;
  const { value } = node;
  const text = textOf(node);
  if (text === undefined) return undefined;
  const list = forms.find(({ type }) => type === "array");
  if (list !== undefined) return takes(list["items"] as Schema, value) ? `[${text}]` : undefined;
  const fields = forms.flatMap((form) => fieldsFor(form, value));
  return fields.length === 1 ? `{ ${fields[0] ?? ""}: ${text} }` : undefined;
}

/** The forms that a value may have. */
function formsOf(schema: Schema): readonly Schema[] {
  return (schema["anyOf"] as readonly Schema[] | undefined) ?? [schema];
}

/** The fields of a map that a value may be the value of; of those that must be there, where there are such. */
function fieldsFor({ type, properties = {}, required = [] }: Schema, value: unknown): readonly string[] {
  if (type !== "object") return [];
  const fields = Object.entries(properties as Readonly<Record<string, Schema>>);
  const must = fields.filter(([name]) => (required as readonly string[]).includes(name));
  return (must.length > 0 ? must : fields).flatMap(([name, schema]) => (takes(schema, value) ? [name] : []));
}

/** Whether a value is of a kind that a schema has. */
function takes(schema: Schema | undefined, value: unknown): boolean {
  return formsOf(schema ?? {}).some((form) => {
    if (form["const"] !== undefined) return form["const"] === value;
    if (Array.isArray(form["enum"])) return (form["enum"] as readonly unknown[]).includes(value);
    return form["type"] === "integer" ? Number.isInteger(value) : form["type"] === typeof value;
  });
}

/** Whether a schema is of names that each have settings, or none. */
function isRecordOfMaps({ type, properties, additionalProperties, patternProperties }: Schema): boolean {
  if (type !== "object" || properties !== undefined) return false;
  const values: readonly unknown[] = [additionalProperties, ...valuesOf(patternProperties)];
  return values.some(
    (value) => typeof value === "object" && value !== null && formsOf(value as Schema).some(isMap),
  );
}

function valuesOf(record: unknown): readonly unknown[] {
  return typeof record === "object" && record !== null ? Object.values(record) : [];
}

function isMap({ type }: Schema): boolean {
  return type === "object";
}

function asNames({ items }: Extract<SpecNode, { kind: "list" }>): string | undefined {
  const names = items.map((item) =>
    item.kind === "scalar" && typeof item.value === "string" ? textOf(item) : undefined,
  );
  if (names.length === 0 || !names.every(isPresent)) return undefined;
  return `{ ${names.map((name) => `${name}: {}`).join(", ")} }`;
}

const LONGEST = 60;
const PLAIN = /^(?!(true|false|null|yes|no|on|off)$)[A-Za-z][A-Za-z0-9_./:-]*$/i;

/** A scalar as it may stand in brackets; none where it is too long to say again. */
function textOf({ value, source }: Extract<SpecNode, { kind: "scalar" }>): string | undefined {
  if (source.length > LONGEST) return undefined;
  return typeof value !== "string" || PLAIN.test(source) ? source : JSON.stringify(value);
}
