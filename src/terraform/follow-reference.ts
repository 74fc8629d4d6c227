import type { ExpressionNode } from "./expression";
import { elementsOf, type ResourceElement, type TerraformProgram } from "./program";
import { stateName } from "./split";

/** An element and the root module that it stands in. */
export interface LocatedElement {
  readonly element: ResourceElement;
  readonly program: TerraformProgram;
}

/**
 * The element that a reference leads to, through the outputs of other root modules too; undefined for what is no
 * reference to an element.
 */
export function followReference(
  node: ExpressionNode | undefined,
  program: TerraformProgram,
  programs: readonly TerraformProgram[],
): LocatedElement | undefined {
  if (node?.kind !== "reference") return undefined;
  const [first = "", second = "", third = "", , output] = node.steps;
  if (first === "data" && second === "terraform_remote_state") {
    const owner = programs.find(({ name }) => stateName(name) === third);
    const value = owner?.outputs.find(({ name }) => name === output)?.value;
    return owner === undefined ? undefined : followReference(value, owner, programs);
  }
  const [kind, type, name] = first === "data" ? ["data", second, third] : ["resource", first, second];
  const element = elementsOf(program).find(
    (one) => one.kind === kind && one.type === type && one.name === name,
  );
  return element === undefined ? undefined : { element, program };
}
