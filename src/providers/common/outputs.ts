import { toExpression, type Value } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { OutputValue } from "../../terraform/program";

/** An output whose name is made of words. */
export function outputValue(words: readonly string[], description: string, value: Value): OutputValue {
  return { name: toIdentifier(...words), description, value: toExpression(value) };
}

/** A map Region → value. */
export function byRegion<T>(items: ReadonlyMap<string, T>, valueOf: (item: T) => Value): Value {
  return Object.fromEntries([...items].map(([region, item]) => [region, valueOf(item)]));
}

/** A map identifier → value of the read replicas of a database; `elements` are theirs, in their order. */
export function byReplica<T>(
  replicas: readonly { readonly identifier: string }[],
  elements: readonly T[],
  valueOf: (element: T) => Value,
): Value {
  return Object.fromEntries(
    replicas.flatMap(({ identifier }, index) => {
      const element = elements[index];
      return element === undefined ? [] : [[identifier, valueOf(element)] as const];
    }),
  );
}
