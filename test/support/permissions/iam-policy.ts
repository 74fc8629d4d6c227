import type { Permission } from "./permission";

/** A policy of an identity, as far as ours go: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
export interface IamPolicy {
  readonly Statement: readonly IamStatement[];
}

/** A statement that allows something; ours deny nothing. */
export interface IamStatement {
  readonly Sid: string;
  readonly Effect: string;
  readonly Action: OneOrMany;
  readonly Resource: OneOrMany;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>;
}

type OneOrMany = string | readonly string[];

/** An action or a resource of a statement, as a finding names it: `ManageKeys kms:EnableKey`. */
export type Part = string;

/** What a policy refuses, once each. */
export function refused({ Statement }: IamPolicy, asked: readonly Permission[]): readonly string[] {
  const denied = asked.filter((permission) => !Statement.some((one) => allows(one, permission)));
  return [...new Set(denied.map(describe))].sort();
}

/** The actions and the resources of a policy that nothing asks for; of a statement that nothing asks for, its actions. */
export function superfluous({ Statement }: IamPolicy, asked: readonly Permission[]): readonly Part[] {
  return Statement.flatMap((statement) => {
    const answered = asked.filter((permission) => allows(statement, permission));
    const actions = listOf(statement.Action).filter(
      (name) => !answered.some(({ action }) => action === name),
    );
    const resources = listOf(statement.Resource).filter(
      (pattern) => answered.length > 0 && !answered.some(({ resource }) => matches(pattern, resource)),
    );
    return [...actions, ...resources].map((part) => `${statement.Sid} ${part}`);
  });
}

/** The policy without an action, in whichever statement it is. */
export function without({ Statement }: IamPolicy, action: string): IamPolicy {
  return {
    Statement: Statement.map((one) => ({
      ...one,
      Action: listOf(one.Action).filter((name) => name !== action),
    })),
  };
}

/** The policy with an action or a resource more in its first statement. */
export function widened(
  { Statement: [first, ...others] }: IamPolicy,
  more: Partial<Pick<IamStatement, "Action" | "Resource">>,
): IamPolicy {
  if (first === undefined) return { Statement: [] };
  const wider = {
    ...first,
    Action: [first.Action, more.Action ?? []].flat(),
    Resource: [first.Resource, more.Resource ?? []].flat(),
  };
  return { Statement: [wider, ...others] };
}

/** The actions of a policy, once each. */
export function actionsIn({ Statement }: IamPolicy): readonly string[] {
  return [...new Set(Statement.flatMap(({ Action }) => listOf(Action)))].sort();
}

function allows(statement: IamStatement, { action, resource, context }: Permission): boolean {
  if (statement.Effect !== "Allow") throw new Error(`${statement.Sid} denies, which is not read here`);
  return (
    listOf(statement.Action).includes(action) &&
    listOf(statement.Resource).some((pattern) => matches(pattern, resource)) &&
    Object.entries(statement.Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => holds(operator, context[key], listOf(values))),
    )
  );
}

/** A key that is not known when IAM is asked makes a condition false. */
function holds(operator: string, known: string | undefined, values: readonly string[]): boolean {
  if (!["StringEquals", "ArnEquals"].includes(operator)) throw new Error(`${operator} is not read here`);
  return known !== undefined && values.includes(known);
}

function matches(pattern: string, text: string): boolean {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${escaped}$`, "s").test(text);
}

function listOf(value: OneOrMany): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

function describe({ action, resource, context }: Permission): string {
  const known = Object.entries(context).map(([key, value]) => `${key}=${value}`);
  return [action, resource, ...known].join(" ");
}
