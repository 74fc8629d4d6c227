import type { Body } from "../../../terraform/block";
import { elementsPointingAt, followReference } from "../../../terraform/program-index";
import { argumentOf, blocksOf, dataOf, itemsOf, jsonOf, literalOf } from "../../../terraform/read-body";
import { parseVersion, type Version } from "../catalog/versions";
import type { Condition, ResourceSubject } from "./policy-check";

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

/** The engine that is written on the resource; a read replica has none. */
export const hasEngine = (...engines: readonly string[]): Condition => isOneOf("engine", engines);

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

/** The version that is written on the resource, as numbers; undefined where it has none of two parts or more. */
export function versionOf({ element }: ResourceSubject, name = "engineVersion"): Version | undefined {
  const value = literalOf(element.body, name);
  const version = typeof value === "string" ? parseVersion(value) : undefined;
  return version === undefined || version.length < 2 ? undefined : version;
}

/** The resource has tags, its own or the provider's default ones. */
export const isTagged: Condition = ({ element, program }) => {
  const own = argumentOf(element.body, "tags");
  if (own !== undefined) return true;
  return program.providers.some(({ body }) => blocksOf(body, "defaultTags").length > 0);
};

/** The value of a parameter in the parameter group that an argument refers to. */
export function parameterOf(subject: ResourceSubject, group: string, name: string): string | undefined {
  const { element, program, programs } = subject;
  const found = followReference(argumentOf(element.body, group), program, programs);
  const parameter = blocksOf(found?.element.body ?? [], "parameter").find(
    (body) => literalOf(body, "name") === name,
  );
  return parameter === undefined ? undefined : String(literalOf(parameter, "value"));
}

/** How many instances a cluster has in its root module. */
export function instancesOf({ element, program }: ResourceSubject): number {
  return elementsPointingAt(element, program, "aws_rds_cluster_instance", "clusterIdentifier").length;
}

/** A statement of a policy document, as far as checks read it. */
export type ReadStatement = Readonly<Record<string, unknown>>;

/** The statements of the policy that an argument encodes; undefined where it encodes none. */
export function statementsOf(body: Body, argument: string): readonly ReadStatement[] | undefined {
  const document = jsonOf(body, argument);
  const statements: unknown = isRecord(document) ? document["Statement"] : undefined;
  return Array.isArray(statements) ? statements.filter(isRecord) : undefined;
}

/** Whether a statement is open to everyone: `*` as principal, without a condition. */
export function isOpenToAll(statement: ReadStatement): boolean {
  if (statement["Effect"] === "Deny" || statement["Condition"] !== undefined) return false;
  const principal = statement["Principal"];
  const named = isRecord(principal) ? principal["AWS"] : principal;
  return [named].flat().includes("*");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
