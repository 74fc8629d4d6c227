import { invariant } from "../../../base/invariant";
import { sortedBy, sortedUnique } from "../../../base/ordering";
import type { TestBlock } from "../../../terraform/companion";
import type { ReferenceExpression, Value } from "../../../terraform/expression";
import { toSnakeCase } from "../../../terraform/names";
import {
  addressOf,
  type InputVariable,
  type ResourceElement,
  type TerraformProgram,
} from "../../../terraform/program";
import { elementsOf } from "../../../terraform/program-index";
import { referencesInBody } from "../../../terraform/rewrite";
import { stateName } from "../../../terraform/split";
import { attributeOf, duringPlan, testArgument, testBlock } from "./test-block";

/* What stands in, in the tests of a root module, for what it reads and for what must be given to it. */

/** A root module that is tested, and those that it reads from. */
export interface ReadingSubject {
  readonly program: TerraformProgram;
  /** Its elements by address. */
  readonly own: ReadonlyMap<string, ResourceElement>;
  readonly programs: ReadonlyMap<string, TerraformProgram>;
  /** Elements of all root modules by address. */
  readonly all: ReadonlyMap<string, ResourceElement>;
}

/** What is read of each data source of a root module. */
export function dataOverrides(
  { own }: ReadingSubject,
  valuesOf: (element: ResourceElement) => Value,
): readonly TestBlock[] {
  const data = [...own.values()].filter(({ kind }) => kind === "data");
  return sortedBy(data, addressOf).map((element) =>
    testBlock(
      "override_data",
      [],
      [testArgument("target", attributeOf(element)), testArgument("values", valuesOf(element))],
    ),
  );
}

/** What resources are known to be before they are made; nothing of the provider's mocks is left for one of them. */
export function resourceOverrides(
  { own }: ReadingSubject,
  valuesOf: (element: ResourceElement) => Value | undefined,
): readonly TestBlock[] {
  return [...own.values()].flatMap((element): TestBlock[] => {
    const values = element.kind === "resource" ? valuesOf(element) : undefined;
    if (values === undefined) return [];
    const target = testArgument("target", attributeOf(element));
    return [testBlock("override_resource", [], [target, duringPlan(), testArgument("values", values)])];
  });
}

/** A value for every variable that must be given one. */
export function variableValues({ variables }: TerraformProgram): readonly TestBlock[] {
  const required = variables.filter((variable) => variable.default === undefined);
  if (required.length === 0) return [];
  return [
    testBlock(
      "variables",
      [],
      required.map((variable) => testArgument(variable.name, exampleOf(variable))),
    ),
  ];
}

function exampleOf({ type }: InputVariable): Value {
  return type === "number" ? 1 : "only-for-tests";
}

/** What an attribute of another stack's resource is mocked as. */
export type MockOf = (element: ResourceElement, attribute: string) => Value;

/** The outputs that a root module reads through a data source of another stack's state, mocked. */
export function remoteOutputs(subject: ReadingSubject, element: ResourceElement, mockOf: MockOf): Value {
  const owner = [...subject.programs.values()].find(({ name }) => stateName(name) === element.name);
  invariant(owner !== undefined, `${addressOf(element)} reads the state of no stack`);
  const names = elementsOf(subject.program)
    .flatMap(({ body }) => referencesInBody(body))
    .filter(({ steps }) => steps[1] === "terraform_remote_state" && steps[2] === element.name)
    .map(({ steps }) => steps[4] ?? "");
  return Object.fromEntries(
    sortedUnique(names).map((name) => {
      const output = owner.outputs.find((one) => one.name === name);
      invariant(output?.value.kind === "reference", `output ${name} of stack ${owner.name} is no attribute`);
      return [name, mockAttribute(subject, output.value, mockOf)];
    }),
  );
}

function mockAttribute({ all }: ReadingSubject, { steps }: ReferenceExpression, mockOf: MockOf): Value {
  const [type = "", name = "", attribute = ""] = steps;
  const element = all.get(`${type}.${name}`);
  invariant(element !== undefined, `${type}.${name} is in no stack`);
  return mockOf(element, attribute);
}

/** The text that stands as an argument of an element, by its name in Terraform. */
export function writtenText({ body }: ResourceElement, attribute: string): string | undefined {
  const written = body.find((item) => item.kind === "argument" && toSnakeCase(item.name) === attribute);
  return written?.kind === "argument" && written.value.kind === "literal"
    ? String(written.value.value)
    : undefined;
}
