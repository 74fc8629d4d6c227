import type { Body } from "./block";
import type { ExpressionNode, ReferenceExpression } from "./expression";

type Replace = (reference: ReferenceExpression) => ExpressionNode;
type Visit = (reference: ReferenceExpression) => void;

/**
 * Gives each reference of an expression to `replace` and answers the expression with what it answered. What has
 * nothing replaced in it is not copied: most expressions of a large deployment stay what they are.
 */
export function rewriteReferences(node: ExpressionNode, replace: Replace): ExpressionNode {
  const inner = (one: ExpressionNode) => rewriteReferences(one, replace);
  switch (node.kind) {
    case "literal":
      return node;
    case "reference":
      return replace(node);
    case "list":
      return withPart(node, "items", rewriteAll(node.items, inner));
    case "object":
      return withPart(
        node,
        "entries",
        rewriteAll(node.entries, (entry) => withPart(entry, "value", inner(entry.value))),
      );
    case "template":
      return withPart(
        node,
        "parts",
        rewriteAll(node.parts, (part) => (typeof part === "string" ? part : inner(part))),
      );
    case "call":
      return withPart(node, "arguments", rewriteAll(node.arguments, inner));
    case "operation":
      return withPart(withPart(node, "left", inner(node.left)), "right", inner(node.right));
  }
}

/** The same for every expression of a body. */
export function rewriteBody(body: Body, replace: Replace): Body {
  return rewriteAll(body, (item) =>
    item.kind === "argument"
      ? withPart(item, "value", rewriteReferences(item.value, replace))
      : withPart(
          item,
          "bodies",
          rewriteAll(item.bodies, (one) => rewriteBody(one, replace)),
        ),
  );
}

/** A list with every item rewritten; the list itself where each stays what it is. */
function rewriteAll<T>(items: readonly T[], rewrite: (item: T) => T): readonly T[] {
  let rewritten: T[] | undefined;
  items.forEach((item, index) => {
    const now = rewrite(item);
    if (now !== item) rewritten ??= items.slice(0, index);
    rewritten?.push(now);
  });
  return rewritten ?? items;
}

/** A node with another part; the node itself where the part is what stands there. */
function withPart<N extends object, K extends keyof N>(node: N, part: K, value: N[K]): N {
  return node[part] === value ? node : { ...node, [part]: value };
}

/** Gives each reference of an expression to `visit`, in order. */
export function visitReferences(node: ExpressionNode, visit: Visit): void {
  switch (node.kind) {
    case "literal":
      return;
    case "reference":
      visit(node);
      return;
    case "list":
      for (const item of node.items) visitReferences(item, visit);
      return;
    case "object":
      for (const { value } of node.entries) visitReferences(value, visit);
      return;
    case "template":
      for (const part of node.parts) if (typeof part !== "string") visitReferences(part, visit);
      return;
    case "call":
      for (const one of node.arguments) visitReferences(one, visit);
      return;
    case "operation":
      visitReferences(node.left, visit);
      visitReferences(node.right, visit);
  }
}

/** The same for every expression of a body. */
export function visitBodyReferences(body: Body, visit: Visit): void {
  for (const item of body) {
    if (item.kind === "argument") visitReferences(item.value, visit);
    else for (const one of item.bodies) visitBodyReferences(one, visit);
  }
}

/** The references of an expression, in order. */
export function referencesIn(node: ExpressionNode): readonly ReferenceExpression[] {
  const found: ReferenceExpression[] = [];
  visitReferences(node, (reference) => found.push(reference));
  return found;
}

/** The references of a body, in order. */
export function referencesInBody(body: Body): readonly ReferenceExpression[] {
  const found: ReferenceExpression[] = [];
  visitBodyReferences(body, (reference) => found.push(reference));
  return found;
}
