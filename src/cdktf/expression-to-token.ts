import { invariant } from "../base/invariant";
import type { Body } from "../terraform/block";
import type { ExpressionNode } from "../terraform/expression";
import { toSnakeCase } from "../terraform/names";
import { escapeTemplateText, printInline, quote } from "../terraform/print-expression";

/**
 * An expression as a value for the bindings. In Terraform's JSON every text is a template: what is text must
 * have its markers doubled, what is a reference or a call stands in `${…}`.
 */
export function toToken(node: ExpressionNode): unknown {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" ? toTemplateText(node.value) : node.value;
    case "list":
      return node.items.map(toToken);
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [toTemplateText(key), toToken(value)]));
    case "template":
      return node.parts
        .map((part) => (typeof part === "string" ? toTemplateText(part, true) : interpolate(part)))
        .join("");
    case "reference":
    case "call":
    case "operation":
      return interpolate(node);
  }
}

/** The arguments of a resource under the names of the bindings. */
export function toConfig(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    body.map((item) => {
      if (item.kind === "argument") return [item.name, toToken(item.value)];
      const bodies = item.bodies.map(toConfig);
      return [item.name, item.isList ? bodies : bodies[0]];
    }),
  );
}

/**
 * The content of a block that Terraform reads literally, such as a backend: no text is a template there. Names as
 * Terraform has them.
 */
export function toLiterals(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    body.map((item): [string, unknown] => {
      if (item.kind === "argument") return [toSnakeCase(item.name), toLiteral(item.value)];
      const bodies = item.bodies.map(toLiterals);
      return [toSnakeCase(item.name), item.isList ? bodies : bodies[0]];
    }),
  );
}

function toLiteral(node: ExpressionNode): string | number | boolean | null {
  invariant(node.kind === "literal", `a ${node.kind} cannot stand where Terraform reads literally`);
  return node.value;
}

function interpolate(node: ExpressionNode): string {
  return hideTokens(`\${${printInline(node)}}`);
}

/** What the reader of a template does not take as it stands: a carriage return, a mark of byte order. */
const UNREADABLE = /\$*[\r\ufeff]/g;

function toTemplateText(text: string, isFollowed = false): string {
  const readable = escapeTemplateText(text, isFollowed).replace(UNREADABLE, (found) => `\${${quote(found)}}`);
  return hideTokens(readable);
}

/**
 * cdktf marks its late values in texts with `${TfToken[…]}` and takes any such text for one. A user's text
 * that looks like a mark is written so that only Terraform puts it together.
 */
function hideTokens(text: string): string {
  return text.replaceAll("TfToken[", 'TfToken${"["}');
}
