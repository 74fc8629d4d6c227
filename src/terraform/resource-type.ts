import { toBody, type ArgumentsOf } from "./block";
import { reference, type Expression } from "./expression";
import { toSnakeCase } from "./names";
import type { Lifecycle, ResourceElement, SkippedCheck } from "./program";

/** What an element of a type is made from. */
export interface ElementProperties<C> {
  readonly name: string;
  /** The Region it is in; left out for what has none. */
  readonly region?: string;
  /** Local name of the provider, where its type does not begin with it. */
  readonly provider?: string;
  readonly arguments: ArgumentsOf<C>;
  readonly lifecycle?: Lifecycle;
  readonly dependsOn?: readonly ResourceElement[];
  readonly comment?: string;
  readonly skippedChecks?: readonly SkippedCheck[];
}

/** An element whose attributes are known to the compiler. */
export interface TypedElement<A> extends ResourceElement {
  /** A reference to an attribute, by its name in the bindings. */
  readonly attribute: <K extends keyof A & string>(name: K) => Expression<A[K]>;
}

/** Makes elements of one type. */
export type ElementFactory<C, A> = (properties: ElementProperties<C>) => TypedElement<A>;

/** The factory of a resource type: `C` is its config type in the bindings, `A` its class. */
export function resourceType<C, A>(type: string): ElementFactory<C, A> {
  return (properties) => createElement<C, A>("resource", type, properties);
}

/** The factory of a data source type. */
export function dataSourceType<C, A>(type: string): ElementFactory<C, A> {
  return (properties) => createElement<C, A>("data", type, properties);
}

function createElement<C, A>(
  kind: "resource" | "data",
  type: string,
  properties: ElementProperties<C>,
): TypedElement<A> {
  const { name, region, provider, lifecycle = {}, dependsOn = [], comment, skippedChecks = [] } = properties;
  const steps = kind === "data" ? ["data", type, name] : [type, name];
  return {
    kind,
    type,
    name,
    region,
    ...(provider === undefined ? {} : { provider }),
    body: toBody(properties.arguments),
    lifecycle,
    dependsOn,
    comment,
    skippedChecks,
    attribute: (attribute) => reference(...steps, toSnakeCase(attribute)),
  };
}
