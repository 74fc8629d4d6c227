import type { Body } from "./block";
import type { ExpressionNode, ReferenceExpression } from "./expression";

/** Gives each reference of an expression to `replace` and answers the expression with what it answered. */
export function rewriteReferences(
  node: ExpressionNode,
  replace: (reference: ReferenceExpression) => ExpressionNode,
): ExpressionNode {
  const inner = (one: ExpressionNode) => rewriteReferences(one, replace);
  switch (node.kind) {
    case "literal":
      return node;
    case "reference":
      return replace(node);
    case "list":
      return { ...node, items: node.items.map(inner) };
    case "object":
      return { ...node, entries: node.entries.map(({ key, value }) => ({ key, value: inner(value) })) };
    case "template":
      return { ...node, parts: node.parts.map((part) => (typeof part === "string" ? part : inner(part))) };
    case "call":
      return { ...node, arguments: node.arguments.map(inner) };
    case "operation":
      return { ...node, left: inner(node.left), right: inner(node.right) };
  }
}

/** The same for every expression of a body. */
export function rewriteBody(body: Body, replace: (reference: ReferenceExpression) => ExpressionNode): Body {
  return body.map((item) =>
    item.kind === "argument"
      ? { ...item, value: rewriteReferences(item.value, replace) }
      : { ...item, bodies: item.bodies.map((one) => rewriteBody(one, replace)) },
  );
}

/** The references of an expression, in order. */
export function referencesIn(node: ExpressionNode): readonly ReferenceExpression[] {
  const found: ReferenceExpression[] = [];
  rewriteReferences(node, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}

/** The references of a body, in order. */
export function referencesInBody(body: Body): readonly ReferenceExpression[] {
  const found: ReferenceExpression[] = [];
  rewriteBody(body, (reference) => {
    found.push(reference);
    return reference;
  });
  return found;
}
