import { invariant } from "../base/invariant";
import { toExpression, type ExpressionNode, type Value, type ValueRecord } from "./expression";

/** Data without expressions, for documents that no Terraform reads; what only Terraform can know is a bug here. */
export function plainRecord(record: ValueRecord): ValueRecord {
  return Object.fromEntries(
    Object.entries(record).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, plainOf(toExpression(value))]],
    ),
  );
}

function plainOf(node: ExpressionNode): Value {
  switch (node.kind) {
    case "literal":
      return node.value;
    case "list":
      return node.items.map(plainOf);
    case "object":
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
    default:
      invariant(false, `a ${node.kind} stands where only data may`);
  }
}
