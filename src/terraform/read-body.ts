import type { Body } from "./block";
import type { ExpressionNode } from "./expression";
import { printInline } from "./print-expression";

/*
 * Reads what a program says, for whoever judges it. Arguments go by the names of the bindings, in camelCase.
 */

/** The value of an argument; undefined where the body has none. */
export function argumentOf(body: Body, name: string): ExpressionNode | undefined {
  const item = body.find((one) => one.kind === "argument" && one.name === name);
  return item?.kind === "argument" ? item.value : undefined;
}

/** The value of an argument that is written out; undefined where there is none or it is computed. */
export function literalOf(body: Body, name: string): string | number | boolean | null | undefined {
  const value = argumentOf(body, name);
  return value?.kind === "literal" ? value.value : undefined;
}

/** The items of a list that is written out; none where there is no such list. */
export function itemsOf(body: Body, name: string): readonly ExpressionNode[] {
  const value = argumentOf(body, name);
  return value?.kind === "list" ? value.items : [];
}

/** The nested blocks of a name, in order. */
export function blocksOf(body: Body, name: string): readonly Body[] {
  return body.flatMap((item) => (item.kind === "blocks" && item.name === name ? item.bodies : []));
}

/** An expression as plain data; what is computed stands as its text between `${` and `}`. */
export function dataOf(node: ExpressionNode): unknown {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "list":
      return node.items.map(dataOf);
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, dataOf(value)]));
    case "template":
      return node.parts.map((part) => (typeof part === "string" ? part : String(dataOf(part)))).join("");
    default:
      return `\${${printInline(node)}}`;
  }
}

/** The document that an argument encodes with `jsonencode`; undefined where it does not. */
export function jsonOf(body: Body, name: string): unknown {
  const value = argumentOf(body, name);
  const [document] = value?.kind === "call" && value.function === "jsonencode" ? value.arguments : [];
  return document === undefined ? undefined : dataOf(document);
}
