import { isLate, late, type ReviewValue } from "../terraform/live-behaviour";
import type { Configuration, RawValue, ResourceBlock, RootModule } from "./configuration";
import { instanceAddress } from "./repetition";
import { referencesIn, splitText, wholeReference, type ReferenceSteps } from "./expression-text";

/** The value of an attribute of a resource or data source; `steps` begin with the attribute's name. */
export type AttributeOf = (root: RootModule, block: ResourceBlock, steps: ReferenceSteps) => ReviewValue;

/** Finds what expressions are worth, as far as the text tells. */
export interface Evaluator {
  readonly evaluate: (root: RootModule, value: RawValue) => ReviewValue;
}

/**
 * An evaluator over the root modules of a deployment. Variables have their defaults, outputs of one root
 * module are followed into the others that read its state; the worth of attributes is asked of `attributeOf`.
 */
export function createEvaluator(configuration: Configuration, attributeOf: AttributeOf): Evaluator {
  const evaluate = (root: RootModule, value: RawValue): ReviewValue => {
    if (typeof value === "string") return evaluateText(root, value);
    if (typeof value !== "object" || value === null) return value;
    if (Array.isArray(value)) return (value as readonly RawValue[]).map((item) => evaluate(root, item));
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [keyText(root, key), evaluate(root, item)]),
    );
  };

  const keyText = (root: RootModule, key: string): string => {
    const value = evaluateText(root, key);
    return typeof value === "string" ? value : key;
  };

  const evaluateText = (root: RootModule, text: string): ReviewValue => {
    const parts = splitText(text).map((part) =>
      part.kind === "text" ? part.text : evaluateExpression(root, part.text),
    );
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    if (parts.every((part) => typeof part !== "object")) return parts.map(String).join("");
    return late(parts.map(printPart).join(""), parts.flatMap(causesOf));
  };

  const evaluateExpression = (root: RootModule, expression: string): ReviewValue => {
    const steps = wholeReference(expression);
    if (steps !== undefined) return evaluateReference(root, steps, expression);
    if (/^(true|false|null)$/.test(expression)) return JSON.parse(expression) as boolean | null;
    let text = expression;
    const causes: string[] = [];
    for (const reference of referencesIn(expression)) {
      const value = evaluateReference(root, reference.steps, reference.text);
      text = text.replace(reference.text, () => printPart(value));
      causes.push(...causesOf(value));
    }
    return late(`\${${text}}`, causes);
  };

  const evaluateReference = (root: RootModule, steps: ReferenceSteps, text: string): ReviewValue => {
    const [first = "", second = "", third = "", ...rest] = steps;
    const unknown = late(`\${${text}}`);
    if (first === "var") return variableValue(root, second) ?? unknown;
    if (first === "local") {
      const local = root.locals.get(second);
      return local === undefined ? unknown : stepInto(evaluate(root, local), steps.slice(2), text);
    }
    if (first === "data" && second === "terraform_remote_state") {
      const source = rootOfState(configuration, third);
      const output = rest[0] === "outputs" ? source?.outputs.get(rest[1] ?? "") : undefined;
      if (source === undefined || output === undefined) return unknown;
      return stepInto(evaluate(source, output["value"] ?? null), rest.slice(2), text);
    }
    const block = blockOf(root, steps);
    return block === undefined ? unknown : attributeOf(root, block.block, block.steps);
  };

  const variableValue = (root: RootModule, name: string): ReviewValue | undefined => {
    const value = root.variables.get(name)?.["default"];
    return value === undefined || value === null ? undefined : evaluate(root, value);
  };

  return { evaluate };
}

/** The resource or data source that a reference is to, of those that are counted the one, and the steps into it. */
function blockOf(
  { blocks }: RootModule,
  steps: ReferenceSteps,
): { readonly block: ResourceBlock; readonly steps: ReferenceSteps } | undefined {
  const length = steps[0] === "data" ? 3 : 2;
  const [next = "", ...others] = steps.slice(length);
  const isCounted = /^\d+$/.test(next);
  const block = blocks.get(instanceAddress(steps.slice(0, length).join("."), isCounted ? Number(next) : 0));
  return block === undefined ? undefined : { block, steps: isCounted ? others : [next, ...others] };
}

/** The root module whose state a data source reads: it bears the stack's name. */
export function rootOfState(configuration: Configuration, name: string): RootModule | undefined {
  return [...configuration.values()].find(
    ({ folder }) => folder.slice(folder.lastIndexOf("/") + 1).replaceAll("-", "_") === name,
  );
}

/** A value inside a value. */
export function stepInto(value: ReviewValue, steps: ReferenceSteps, text: string): ReviewValue {
  let current: ReviewValue | undefined = value;
  for (const step of steps) {
    if (isLate(current)) return late(`\${${text}}`, current.causes);
    if (typeof current !== "object" || current === null) return late(`\${${text}}`);
    current = (current as Readonly<Record<string, ReviewValue | undefined>>)[step];
  }
  return current ?? null;
}

/** What makes a value, or a part of it, known only after something is applied. */
export function causesOf(value: ReviewValue | undefined): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isLate(value)) return value.causes;
  return Object.values<ReviewValue>(value).flatMap(causesOf);
}

function printPart(value: ReviewValue): string {
  if (isLate(value)) return value.text;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
