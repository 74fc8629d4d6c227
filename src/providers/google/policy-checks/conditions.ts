import type { Body } from "../../../terraform/block";
import { blocksOf, literalOf } from "../../../terraform/read-body";
import type { Condition, ResourceSubject } from "../../common/policy-checks/policy-check";

/*
 * Claims about nested blocks, by the path that leads to them: `settings.ipConfiguration.sslMode`.
 */

type Literal = ReturnType<typeof literalOf>;

/** A literal value in blocks that are given once; undefined where it is not given. */
export function valueAt({ element }: ResourceSubject, path: string): Literal {
  const steps = path.split(".");
  const name = steps.pop() ?? "";
  const body = steps.reduce<Body | undefined>((one, step) => one && blocksOf(one, step)[0], element.body);
  return body === undefined ? undefined : literalOf(body, name);
}

/** The value at a path is one of these; what is not given is `undefined`. */
export const holds =
  (path: string, ...values: readonly Literal[]): Condition =>
  (subject) =>
    values.includes(valueAt(subject, path));

/** The beginning of the version that stands on an instance of Cloud SQL. */
export const isEngine =
  (engine: "MYSQL" | "POSTGRES" | "SQLSERVER"): Condition =>
  ({ element }) =>
    String(literalOf(element.body, "databaseVersion")).startsWith(engine);

/** A read replica of Cloud SQL. */
export const isReplica: Condition = ({ element }) =>
  element.body.some(({ name }) => name === "masterInstanceName");

/** The value of a flag of Cloud SQL; undefined where it is not given. */
export function flagOf({ element }: ResourceSubject, name: string): string | undefined {
  const [settings = []] = blocksOf(element.body, "settings");
  const flag = blocksOf(settings, "databaseFlags").find((body) => literalOf(body, "name") === name);
  return flag === undefined ? undefined : String(literalOf(flag, "value"));
}

/** The seconds of a duration such as `7776000s`; not a number where it is not given. */
export function secondsAt(subject: ResourceSubject, path: string): number {
  const value = valueAt(subject, path);
  return typeof value === "string" ? Number.parseInt(value, 10) : Number.NaN;
}
