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
