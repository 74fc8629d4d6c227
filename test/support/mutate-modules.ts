import type { Body } from "../../src/terraform/block";
import { toExpression, type Value } from "../../src/terraform/expression";
import type { ResourceElement, TerraformProgram } from "../../src/terraform/program";

/** Breaks a deployment in one way. */
export type Mutation = (modules: readonly TerraformProgram[]) => readonly TerraformProgram[];

/** Sets arguments of every resource; undefined takes one away. */
export function setArguments(values: Readonly<Record<string, Value | undefined>>): Mutation {
  return mapElements((element) =>
    Object.entries(values).reduce((one, [name, value]) => setArgument(one, name, value), element),
  );
}

/** Sets an argument of a resource; undefined takes it away. */
export function setArgument(
  element: ResourceElement,
  name: string,
  value: Value | undefined,
): ResourceElement {
  const others: Body = element.body.filter((item) => item.name !== name);
  if (value === undefined) return { ...element, body: others };
  return { ...element, body: [...others, { kind: "argument", name, value: toExpression(value) }] };
}

/** Changes every resource. */
export function mapElements(change: (element: ResourceElement, index: number) => ResourceElement): Mutation {
  return (modules) =>
    modules.map((module) => ({
      ...module,
      sections: module.sections.map((section) => ({ ...section, elements: section.elements.map(change) })),
    }));
}

/** Takes every resource of a type away. */
export function withoutElements(type: string): Mutation {
  return (modules) =>
    modules.map((module) => ({
      ...module,
      sections: module.sections.map((section) => ({
        ...section,
        elements: section.elements.filter((element) => element.type !== type),
      })),
    }));
}

/** Takes a parameter out of every parameter group. */
export function withoutParameter(name: string): Mutation {
  return mapElements((element) => ({
    ...element,
    body: element.body.map((item) =>
      item.kind === "blocks"
        ? { ...item, bodies: item.bodies.filter((body) => !namesParameter(body, name)) }
        : item,
    ),
  }));
}

function namesParameter(body: Body, name: string): boolean {
  return body.some(
    (item) =>
      item.kind === "argument" &&
      item.name === "name" &&
      item.value.kind === "literal" &&
      item.value.value === name,
  );
}

/** Sets an argument of nested blocks that are there: `settings.ipConfiguration.sslMode`; undefined takes it away. */
export function setInBlocks(path: string, value: Value | undefined): Mutation {
  return mapElements((element) => ({ ...element, body: withValue(element.body, path.split("."), value) }));
}

function withValue(body: Body, [name = "", ...rest]: readonly string[], value: Value | undefined): Body {
  if (rest.length === 0) {
    const others = body.filter((item) => item.name !== name);
    return value === undefined ? others : [...others, { kind: "argument", name, value: toExpression(value) }];
  }
  return body.map((item) =>
    item.kind === "blocks" && item.name === name
      ? { ...item, bodies: item.bodies.map((inner) => withValue(inner, rest, value)) }
      : item,
  );
}
