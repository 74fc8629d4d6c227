import { groupBy } from "../base/group-by";
import type { ExpressionNode } from "./expression";
import { addressOf, type OutputValue, type ResourceElement, type TerraformProgram } from "./program";
import { argumentOf } from "./read-body";
import { stateName } from "./split";

/** What is asked of a program for every one of its resources, found once: asked anew, it would take the square. */
interface ProgramIndex {
  readonly elements: readonly ResourceElement[];
  readonly byAddress: ReadonlyMap<string, ResourceElement>;
  readonly outputs: ReadonlyMap<string, OutputValue>;
  /** By `<type> <argument>`: the elements of the type whose argument refers to an element of the program. */
  readonly pointing: Map<string, ReadonlyMap<ResourceElement | undefined, readonly ResourceElement[]>>;
}

/** A program never changes, so neither does what is found in it; with the program it is forgotten. */
const indexes = new WeakMap<TerraformProgram, ProgramIndex>();

function indexOf(program: TerraformProgram): ProgramIndex {
  const known = indexes.get(program);
  if (known !== undefined) return known;
  const elements = program.sections.flatMap((section) => section.elements);
  const index: ProgramIndex = {
    elements,
    byAddress: new Map(elements.map((element) => [addressOf(element), element])),
    outputs: new Map(program.outputs.map((output) => [output.name, output])),
    pointing: new Map(),
  };
  indexes.set(program, index);
  return index;
}

/** Everything that stands in the files of a program. */
export function elementsOf(program: TerraformProgram): readonly ResourceElement[] {
  return indexOf(program).elements;
}

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
  const [first = "", second = "", third = "", , output = ""] = node.steps;
  if (first === "data" && second === "terraform_remote_state") {
    const owner = programs.find(({ name }) => stateName(name) === third);
    if (owner === undefined) return undefined;
    return followReference(indexOf(owner).outputs.get(output)?.value, owner, programs);
  }
  const address = first === "data" ? `data.${second}.${third}` : `${first}.${second}`;
  const element = indexOf(program).byAddress.get(address);
  return element === undefined ? undefined : { element, program };
}

/** The elements of a type that refer to an element of the same program by an argument, in their order. */
export function elementsPointingAt(
  target: ResourceElement,
  program: TerraformProgram,
  type: string,
  argument: string,
): readonly ResourceElement[] {
  const { elements, pointing } = indexOf(program);
  const key = `${type} ${argument}`;
  const targetOf = (one: ResourceElement) =>
    followReference(argumentOf(one.body, argument), program, [program])?.element;
  const known =
    pointing.get(key) ??
    groupBy(
      elements.filter((one) => one.type === type),
      targetOf,
    );
  pointing.set(key, known);
  return known.get(target) ?? [];
}
