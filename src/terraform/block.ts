import type { Expression, ExpressionNode } from "./expression";
import { toExpression, type Value } from "./expression";

/** What stands in a block: arguments and nested blocks, in the order in which they are printed. */
export type Body = readonly BodyItem[];

/** Whether an item is an argument or a block is decided here, not by whoever prints it. */
export type BodyItem = Argument | NestedBlocks;

/** `name = value`; the name as the bindings have it, in camelCase. */
export interface Argument {
  readonly kind: "argument";
  readonly name: string;
  readonly value: ExpressionNode;
}

/** One or more nested blocks of the same name. */
export interface NestedBlocks {
  readonly kind: "blocks";
  readonly name: string;
  readonly bodies: readonly Body[];
  /** Whether the bindings take a list of such blocks, or a single one. */
  readonly isList: boolean;
}

const NESTED: unique symbol = Symbol("nested block");

/** The content of a nested block, which tells it from a map. */
export interface Nested<C> {
  readonly [NESTED]: true;
  readonly arguments: ArgumentsOf<C>;
}

/** The content of a nested block. */
export function nested<C>(args: ArgumentsOf<C>): Nested<C> {
  return { [NESTED]: true, arguments: args };
}

/** Keys of a config type that are no arguments of the resource: meta-arguments, and what the provider computes. */
type NotArguments =
  | "count"
  | "forEach"
  | "provider"
  | "dependsOn"
  | "lifecycle"
  | "connection"
  | "provisioners"
  | "id"
  | "tagsAll"
  | "timeouts";

/** Late values of the bindings; the tree has its own. */
interface Resolvable {
  resolve(...context: never[]): unknown;
}

/**
 * The arguments of a resource by the names and value types of its config type in the provider's bindings:
 * a wrong name or a wrong type does not compile.
 */
export type ArgumentsOf<C> = {
  readonly [K in keyof C as K extends NotArguments ? never : K]:
    ArgumentOf<Exclude<C[K], Resolvable | undefined>> | OptionalOf<C, K>;
};

/** `undefined` where the argument is optional: such an argument is left out. */
type OptionalOf<C, K extends keyof C> = undefined extends C[K] ? undefined : never;

type ArgumentOf<V> = [V] extends [string | number | boolean]
  ? Primitive<V>
  : V extends readonly (infer E)[]
    ? [E] extends [string | number | boolean]
      ? readonly Primitive<E>[] | Expression<V>
      : readonly Nested<E>[]
    : string extends keyof V
      ? Readonly<Record<string, Value>> | Expression<V>
      : Nested<V>;

type Primitive<V> = [V] extends [boolean]
  ? boolean | Expression<boolean>
  : [V] extends [number]
    ? number | Expression<number>
    : V | Expression<string>;

/** The body of a block from typed arguments, in their order; undefined ones are left out. */
export function toBody(args: Readonly<Record<string, unknown>>): Body {
  const items: BodyItem[] = [];
  for (const name of Object.keys(args)) {
    const value = args[name];
    if (value !== undefined) items.push(toItem(name, value));
  }
  return items;
}

function toItem(name: string, value: unknown): BodyItem {
  if (isNested(value)) return { kind: "blocks", name, bodies: [toBody(value.arguments)], isList: false };
  if (Array.isArray(value) && value.length > 0 && value.every(isNested)) {
    return { kind: "blocks", name, bodies: value.map((one) => toBody(one.arguments)), isList: true };
  }
  return { kind: "argument", name, value: toExpression(value as Value) };
}

function isNested(value: unknown): value is Nested<Record<string, unknown>> {
  return typeof value === "object" && value !== null && NESTED in value;
}
