import type { Body } from "../../../terraform/block";
import { elementsPointingAt, followReference } from "../../../terraform/program-index";
import { argumentOf, blocksOf, jsonOf, literalOf } from "../../../terraform/read-body";
import { isOneOf } from "../../common/policy-checks/conditions";
import type { Condition, ResourceSubject } from "../../common/policy-checks/policy-check";
import { parseVersion, type Version } from "../catalog/versions";

/*
 * Claims about what AWS alone has.
 */

/** The engine that is written on the resource; a read replica has none. */
export const hasEngine = (...engines: readonly string[]): Condition => isOneOf("engine", engines);

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
