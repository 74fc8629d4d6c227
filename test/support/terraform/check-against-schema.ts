import type { Body, BodyItem } from "../../../src/terraform/block";
import type { ExpressionNode } from "../../../src/terraform/expression";
import { toSnakeCase } from "../../../src/terraform/names";
import type { SchemaBlock, SchemaBlockType } from "./provider-schema";

/**
 * What a body says that the provider does not know or not that way, a line each: arguments and blocks that do
 * not exist, one taken for the other, computed or deprecated arguments, values of another type, blocks too few or
 * too many, required arguments that are missing.
 */
export function checkBody(where: string, body: Body, schema: SchemaBlock): readonly string[] {
  const names = new Set(body.map(({ name }) => toSnakeCase(name)));
  const missing = [
    ...Object.entries(schema.attributes ?? {}).filter(([, { required }]) => required === true),
    ...Object.entries(schema.block_types ?? {}).filter(([, { min_items: min = 0 }]) => min > 0),
  ].flatMap(([name]) => (names.has(name) ? [] : [`${where} lacks ${name}`]));
  return [...missing, ...body.flatMap((item) => checkItem(where, item, schema))];
}

function checkItem(where: string, item: BodyItem, schema: SchemaBlock): readonly string[] {
  const name = toSnakeCase(item.name);
  const place = `${where}.${name}`;
  const attribute = schema.attributes?.[name];
  const block = schema.block_types?.[name];
  if (item.kind === "argument") {
    if (attribute === undefined)
      return [block === undefined ? `${place} does not exist` : `${place} is a block`];
    const isSet = attribute.required === true || attribute.optional === true;
    return [
      ...(isSet ? [] : [`${place} is computed`]),
      ...(attribute.deprecated === true ? [`${place} is deprecated`] : []),
      ...checkType(place, item.value, attribute.type),
    ];
  }
  if (block === undefined)
    return [attribute === undefined ? `${place} does not exist` : `${place} is an argument`];
  return [
    ...checkCount(place, item.bodies.length, block),
    ...item.bodies.flatMap((body) => checkBody(place, body, block.block)),
  ];
}

/** Of values that Terraform computes the type is not known here. */
function checkType(place: string, value: ExpressionNode, type: unknown): readonly string[] {
  const [expected] = Array.isArray(type) ? (type as readonly unknown[]) : [type];
  const found = typeOf(value);
  if (typeof expected !== "string" || found === undefined) return [];
  const is = expected === "set" ? "list" : expected === "object" ? "map" : expected;
  return is === found || is === "dynamic" ? [] : [`${place} is a ${found}, not a ${is}`];
}

function typeOf(value: ExpressionNode): string | undefined {
  switch (value.kind) {
    case "literal":
      return value.value === null
        ? undefined
        : typeof value.value === "boolean"
          ? "bool"
          : typeof value.value;
    case "template":
      return "string";
    case "list":
      return "list";
    case "object":
      return "map";
    case "reference":
    case "call":
    case "operation":
      return undefined;
  }
}

function checkCount(place: string, count: number, block: SchemaBlockType): readonly string[] {
  const { nesting_mode: mode, min_items: min = 0, max_items: max = 0 } = block;
  const most = mode === "single" || mode === "group" ? 1 : max === 0 ? Infinity : max;
  return count >= min && count <= most ? [] : [`${place} stands ${count} times`];
}
