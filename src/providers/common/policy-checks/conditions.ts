import { argumentOf, dataOf, itemsOf, literalOf } from "../../../terraform/read-body";
import type { Condition } from "./policy-check";

/*
 * The claims that checks are made of. Arguments go by the names of the bindings; what is absent is neither true
 * nor set.
 */

/** The argument is literally `true`. */
export const isTrue =
  (name: string): Condition =>
  ({ element }) =>
    literalOf(element.body, name) === true;

/** The argument is anything but literally `true`. */
export const isNotTrue = (name: string): Condition => not(isTrue(name));

/** The argument is there, and is neither null nor empty. */
export const isSet =
  (name: string): Condition =>
  ({ element }) => {
    const value = argumentOf(element.body, name);
    if (value === undefined) return false;
    if (value.kind === "literal") return value.value !== null && value.value !== "";
    return value.kind !== "list" || value.items.length > 0;
  };

/** The argument is literally one of the values. */
export const isOneOf =
  (name: string, values: readonly (string | number)[]): Condition =>
  ({ element }) => {
    const value = literalOf(element.body, name);
    return (typeof value === "string" || typeof value === "number") && values.includes(value);
  };

/** The argument is literally a number in the range, or absent where the tool takes that for good. */
export const isBetween =
  (name: string, minimum: number, maximum = Infinity, whenAbsent = false): Condition =>
  ({ element }) => {
    if (argumentOf(element.body, name) === undefined) return whenAbsent;
    const value = Number(literalOf(element.body, name));
    return value >= minimum && value <= maximum;
  };

/** The argument is absent, or text of that form. */
export const hasForm =
  (name: string, form: RegExp, maximumLength = Infinity): Condition =>
  ({ element }) => {
    const value = literalOf(element.body, name);
    return typeof value !== "string" || (form.test(value) && value.length <= maximumLength);
  };

/** The list holds all of the values. */
export const holdsAll =
  (name: string, values: readonly string[]): Condition =>
  ({ element }) => {
    const items = itemsOf(element.body, name).map(dataOf);
    return values.every((value) => items.includes(value));
  };

export const not =
  (condition: Condition): Condition =>
  (subject) =>
    !condition(subject);

export const all =
  (...conditions: readonly Condition[]): Condition =>
  (subject) =>
    conditions.every((condition) => condition(subject));

export const any =
  (...conditions: readonly Condition[]): Condition =>
  (subject) =>
    conditions.some((condition) => condition(subject));
