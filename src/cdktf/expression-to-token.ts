import type { Body } from "../terraform/block";
import type { ExpressionNode } from "../terraform/expression";
import { escapeTemplateText, printInline, quote } from "../terraform/print-expression";

/** Whether a text is a value of cdktf that is known later: it is handed on as it is. */
export type IsLateValue = (text: string) => boolean;

/** What a spec says is text: nothing in it is a late value. */
export const neverLate: IsLateValue = () => false;

/**
 * An expression as a value for the bindings. In Terraform's JSON every text is a template: what is text must
 * have its markers doubled, what is a reference or a call stands in `${…}`.
 */
export function toToken(node: ExpressionNode, isLate: IsLateValue = neverLate): unknown {
  switch (node.kind) {
    case "literal":
      return typeof node.value === "string" && !isLate(node.value) ? toTemplateText(node.value) : node.value;
    case "list":
      return node.items.map((item) => toToken(item, isLate));
    case "object":
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [toTemplateText(key), toToken(value, isLate)]),
      );
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
export function toConfig(body: Body, isLate: IsLateValue = neverLate): Record<string, unknown> {
  return Object.fromEntries(
    body.map((item) => {
      if (item.kind === "argument") return [item.name, toToken(item.value, isLate)];
      const bodies = item.bodies.map((inner) => toConfig(inner, isLate));
      return [item.name, item.isList ? bodies : bodies[0]];
    }),
  );
}

/** The arguments of a block that Terraform reads literally, such as a backend: no text is a template there. */
export function toLiterals(body: Body): Record<string, unknown> {
  return Object.fromEntries(
    body.flatMap((item): [string, unknown][] => {
      if (item.kind === "blocks") return item.bodies.map((inner) => [item.name, toLiterals(inner)]);
      return item.value.kind === "literal" ? [[item.name, item.value.value]] : [];
    }),
  );
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
