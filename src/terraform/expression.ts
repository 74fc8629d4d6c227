/*
 * Values of the Terraform language, as a tree. What is a reference and what is text is decided here, by the
 * code that builds the tree; whoever prints it never guesses from the shape of a string.
 */

declare const valueType: unique symbol;
const EXPRESSION: unique symbol = Symbol("expression");

interface Node {
  /** Tells an expression from data of a user that happens to look like one. */
  readonly [EXPRESSION]: true;
}

/** Text (taken literally, whatever it holds), a number, a truth value or null. */
export interface LiteralExpression extends Node {
  readonly kind: "literal";
  readonly value: string | number | boolean | null;
}

export interface ListExpression extends Node {
  readonly kind: "list";
  readonly items: readonly ExpressionNode[];
}

/** An object or map, in the order in which it is printed. */
export interface ObjectExpression extends Node {
  readonly kind: "object";
  readonly entries: readonly { readonly key: string; readonly value: ExpressionNode }[];
}

/** A reference such as `aws_kms_key.storage.arn`, by its steps. */
export interface ReferenceExpression extends Node {
  readonly kind: "reference";
  readonly steps: readonly string[];
}

/** Text with values in it; a part that is text is taken literally. */
export interface TemplateExpression extends Node {
  readonly kind: "template";
  readonly parts: readonly (string | ExpressionNode)[];
}

/** A call of a function of the language. */
export interface CallExpression extends Node {
  readonly kind: "call";
  readonly function: string;
  readonly arguments: readonly ExpressionNode[];
}

/** Two values and the operator between them. */
export interface OperationExpression extends Node {
  readonly kind: "operation";
  readonly operator: "&&" | "||" | "==" | "<=" | ">=";
  readonly left: ExpressionNode;
  readonly right: ExpressionNode;
}

/** The kinds of values. */
export type ExpressionNode =
  | LiteralExpression
  | ListExpression
  | ObjectExpression
  | ReferenceExpression
  | TemplateExpression
  | CallExpression
  | OperationExpression;

/** A value of Terraform type `T`; the type exists for the compiler only. */
export type Expression<T = unknown> = ExpressionNode & { readonly [valueType]?: T };

/** Plain data that becomes a literal, a list or an object; an expression stays what it is. */
export type Value = string | number | boolean | null | ExpressionNode | readonly Value[] | ValueRecord;
/** Plain data by name; an entry that is undefined is left out. */
export interface ValueRecord {
  readonly [key: string]: Value | undefined;
}

/** Turns plain data into an expression. */
export function toExpression(value: Value): ExpressionNode {
  if (typeof value !== "object" || value === null) return toLiteral(value);
  if (isExpression(value)) return value;
  if (isList(value)) return { kind: "list", items: value.map(toExpression), [EXPRESSION]: true };
  const entries: { readonly key: string; readonly value: ExpressionNode }[] = [];
  for (const [key, item] of Object.entries(value))
    if (item !== undefined) entries.push({ key, value: toExpression(item) });
  return { kind: "object", entries, [EXPRESSION]: true };
}

function toLiteral(value: LiteralExpression["value"]): LiteralExpression {
  if (value === true) return TRUE;
  if (value === false) return FALSE;
  return { kind: "literal", value, [EXPRESSION]: true };
}

/** A large deployment has thousands of each: one is enough. */
const TRUE: LiteralExpression = { kind: "literal", value: true, [EXPRESSION]: true };
const FALSE: LiteralExpression = { kind: "literal", value: false, [EXPRESSION]: true };

/** A reference by its steps: `reference("var", "password")`. */
export function reference<T = unknown>(...steps: readonly string[]): Expression<T> {
  return { kind: "reference", steps, [EXPRESSION]: true };
}

/** Text with values in it: `` template`arn:aws:iam::${account}:root` ``. */
export function template(
  texts: TemplateStringsArray,
  ...values: readonly (string | Expression<string>)[]
): Expression<string> {
  const parts: (string | ExpressionNode)[] = [];
  texts.forEach((text, index) => {
    addPart(parts, text);
    addPart(parts, values[index] ?? "");
  });
  const isText = parts.every((part) => typeof part === "string");
  if (isText) return { kind: "literal", value: parts.join(""), [EXPRESSION]: true };
  return { kind: "template", parts, [EXPRESSION]: true };
}

function addPart(parts: (string | ExpressionNode)[], part: string | ExpressionNode): void {
  const last = parts.at(-1);
  if (part === "") return;
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}

/** A call of a function: `call("length", value)`. */
export function call<T = unknown>(name: string, ...values: readonly Value[]): Expression<T> {
  return { kind: "call", function: name, arguments: values.map(toExpression), [EXPRESSION]: true };
}

/** `jsonencode(value)`: how a policy is written. */
export function jsonencode(value: Value): Expression<string> {
  return call<string>("jsonencode", value);
}

/** Two values and an operator. */
export function operation(
  left: Value,
  operator: OperationExpression["operator"],
  right: Value,
): Expression<boolean> {
  return {
    kind: "operation",
    operator,
    left: toExpression(left),
    right: toExpression(right),
    [EXPRESSION]: true,
  };
}

function isExpression(value: object): value is ExpressionNode {
  return EXPRESSION in value;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}
