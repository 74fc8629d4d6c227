import { call, reference, toExpression, type Expression, type Value } from "../../../terraform/expression";
import type { ResourceElement } from "../../../terraform/program";
import type { TestBlock, TestItem } from "../../../terraform/companion";

/** What must hold in a run, and the sentence that says so. */
export interface Assertion {
  /** All of them. */
  readonly conditions: readonly Expression<boolean>[];
  readonly message: string;
}

/** A block of a test file. */
export function testBlock(keyword: string, labels: readonly string[], items: readonly TestItem[]): TestBlock {
  return { keyword, labels, items };
}

/** An argument of such a block. */
export function testArgument(name: string, value: Value): TestItem {
  return { kind: "argument", name, value: toExpression(value) };
}

/** `override_during = plan`: what is mocked is known when a plan is made, not only when it is applied. */
export function duringPlan(): TestItem {
  return testArgument("overrideDuring", reference("plan"));
}

/** A reference to an attribute of an element, by Terraform's own name. */
export function attributeOf<T = unknown>(
  { kind, type, name }: Pick<ResourceElement, "kind" | "type" | "name">,
  ...steps: readonly string[]
): Expression<T> {
  return kind === "data" ? reference<T>("data", type, name, ...steps) : reference<T>(type, name, ...steps);
}

/** A run that plans the root module and looks at the plan; undefined where there is nothing to look at. */
export function planRun(
  name: string,
  comment: string,
  overrides: readonly TestBlock[],
  assertions: readonly Assertion[],
): TestBlock | undefined {
  if (assertions.length === 0) return undefined;
  const blocks = [...overrides, ...assertions.map(assertBlock)];
  return {
    keyword: "run",
    labels: [name],
    comment,
    items: [
      testArgument("command", reference("plan")),
      ...blocks.map((block): TestItem => ({ kind: "block", block })),
    ],
  };
}

function assertBlock({ conditions, message }: Assertion): TestBlock {
  const [first] = conditions;
  const condition = conditions.length === 1 && first !== undefined ? first : call("alltrue", conditions);
  return testBlock(
    "assert",
    [],
    [testArgument("condition", condition), testArgument("errorMessage", message)],
  );
}
