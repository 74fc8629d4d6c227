import { assertNever } from "../base/invariant";
import type { CallExpression, ExpressionNode, ListExpression, ObjectExpression } from "./expression";

/*
 * The only place that quotes. Both back ends print expressions with it: the plain files over several lines,
 * the JSON of the construct tree on one line inside `${…}`.
 */

/** How an expression is laid out. */
export interface ExpressionLayout {
  /** Whether lists and objects may take several lines. */
  readonly multiline: boolean;
  /** Columns by which the lines after the first are indented. */
  readonly indent: number;
  /** Columns already taken on the first line; a list that fits in the rest stays on one line. */
  readonly offset: number;
}

const INLINE: ExpressionLayout = { multiline: false, indent: 0, offset: 0 };
const WIDEST_LIST = 100;

/** An expression on one line. */
export function printInline(node: ExpressionNode): string {
  return print(node, INLINE);
}

/** An expression that may take several lines, formatted as `terraform fmt` leaves it. */
export function printExpression(node: ExpressionNode, indent: number, offset: number): string {
  return print(node, { multiline: true, indent, offset });
}

function print(node: ExpressionNode, layout: ExpressionLayout): string {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? quote(node.value) : String(node.value);
    case "reference":
      return printReference(node.steps);
    case "template":
      return `"${node.parts.map(printPart).join("")}"`;
    case "operation":
      return `${print(node.left, INLINE)} ${node.operator} ${print(node.right, INLINE)}`;
    case "call":
      return printCall(node, layout);
    case "list":
      return printList(node, layout);
    case "object":
      return printObject(node, layout);
    default:
      return assertNever(node);
  }
}

function printPart(part: string | ExpressionNode): string {
  return typeof part === "string"
    ? escapeTemplateText(escapeCharacters(part), true)
    : `\${${printInline(part)}}`;
}

function printCall(node: CallExpression, layout: ExpressionLayout): string {
  // A single object opens on the line of the call, as in `jsonencode({`.
  const only = node.arguments.length === 1 ? node.arguments[0] : undefined;
  if (only !== undefined) return `${node.function}(${print(only, layout)})`;
  return `${node.function}(${node.arguments.map(printInline).join(", ")})`;
}

function printList({ items }: ListExpression, layout: ExpressionLayout): string {
  if (!layout.multiline || items.length === 0 || !items.some((item) => item.kind === "object")) {
    const inline = `[${items.map(printInline).join(", ")}]`;
    const fits = layout.offset + inline.length <= WIDEST_LIST;
    if (!layout.multiline || items.length === 0 || fits) return inline;
  }
  const inner = layout.indent + 2;
  const lines = items.map(
    (item) => `${" ".repeat(inner)}${print(item, { multiline: true, indent: inner, offset: inner })},`,
  );
  return `[\n${lines.join("\n")}\n${" ".repeat(layout.indent)}]`;
}

function printObject({ entries }: ObjectExpression, layout: ExpressionLayout): string {
  if (entries.length === 0) return "{}";
  if (!layout.multiline) {
    return `{ ${entries.map(({ key, value }) => `${printKey(key)} = ${printInline(value)}`).join(", ")} }`;
  }
  const inner = layout.indent + 2;
  const assignments = entries.map(({ key, value }) => ({ name: printKey(key), value }));
  return `{\n${printAssignments(assignments, inner).join("\n")}\n${" ".repeat(layout.indent)}}`;
}

/** A name and the expression it is given. */
export interface Assignment {
  readonly name: string;
  readonly value: ExpressionNode;
}

/**
 * `name = value` lines. As `terraform fmt` has it, the `=` of neighbours that take one line each stand in
 * one column; a value over several lines stands by itself.
 */
export function printAssignments(assignments: readonly Assignment[], indent: number): string[] {
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let chain: { readonly name: string; readonly text: string }[] = [];
  const closeChain = () => {
    if (chain.length === 0) return;
    const widest = chain.reduce((most, { name }) => Math.max(most, name.length), 0);
    for (const { name, text } of chain) lines.push(`${margin}${name.padEnd(widest)} = ${text}`);
    chain = [];
  };
  for (const { name, value } of assignments) {
    const text = printExpression(value, indent, indent + name.length + 3);
    if (!text.includes("\n")) {
      chain.push({ name, text });
      continue;
    }
    closeChain();
    lines.push(`${margin}${name} = ${text}`);
  }
  closeChain();
  return lines;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_-]*$/;
/** Words that mean something else at the start of an object, or as a value. */
const KEYWORDS = new Set(["for", "if", "null", "true", "false"]);

/**
 * Letters that stand for themselves in a key: of each, every version of Unicode says that a reader sees one character,
 * and so does every version of the formatter, which aligns by characters. Of all others it may be said tomorrow that
 * they join with a neighbour, as marks, flags and families do.
 */
const SINGLE_LETTERS =
  "\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u063a\u0641-\u064a\u1e00-\u1fff\u2010-\u2027" +
  "\u2030-\u205e\u20a0-\u20bf\u3001-\u3020\u3041-\u3096\u30a1-\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3";
const OTHERS = new RegExp(`[^\\u0000-\\u007f${SINGLE_LETTERS}]`, "gu");

/** A key takes as many columns as it has units. */
function printKey(key: string): string {
  return IDENTIFIER.test(key) && !KEYWORDS.has(key) ? key : quote(key).replace(OTHERS, escapeCharacter);
}

function printReference([first = "", ...rest]: readonly string[]): string {
  return first + rest.map(printStep).join("");
}

function printStep(step: string): string {
  if (IDENTIFIER.test(step)) return `.${step}`;
  return /^[0-9]+$/.test(step) ? `[${step}]` : `[${quote(step)}]`;
}

/** Text as a quoted string: whatever it holds, Terraform reads exactly this text. */
export function quote(text: string): string {
  if (!NEEDS_ESCAPE.test(text)) return `"${text}"`;
  return `"${escapeTemplateText(escapeCharacters(text))}"`;
}

/** What `escapeCharacters` and `escapeTemplateText` look for: most text has none of it. */
// eslint-disable-next-line no-control-regex -- control characters are what is escaped
const NEEDS_ESCAPE = /["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]|[$%]\{/;

const ESCAPES: Readonly<Record<string, string>> = {
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  '"': '\\"',
  "\\": "\\\\",
};

function escapeCharacters(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this escapes
  return text.replace(/["\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => {
    return ESCAPES[character] ?? escapeCharacter(character);
  });
}

function escapeCharacter(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\U${code.padStart(8, "0")}` : `\\u${code.padStart(4, "0")}`;
}

/**
 * Doubles what would begin an interpolation or a directive. Text of Terraform JSON needs this and no more. Where an
 * interpolation follows, dollar signs at the end stand in one of their own, or they would escape that one.
 */
export function escapeTemplateText(text: string, isFollowed = false): string {
  const escaped = text.replace(/\$\{/g, "$$${").replace(/%\{/g, "%%{");
  return isFollowed ? escaped.replace(/\$+$/, (found) => `\${"${found}"}`) : escaped;
}
