import { sortedEntries, sortedUnique } from "../../base/ordering";
import type { RawStatement } from "../../model/key";
import type { Value, ValueRecord } from "../../terraform/expression";

/** A statement of a policy; every key policy is about its own key, which it calls `*`. */
export interface Statement {
  readonly sid: string;
  readonly effect?: "Allow" | "Deny";
  readonly principal: ValueRecord | "*";
  readonly actions: readonly string[];
  /** All actions but the given ones. */
  readonly allBut?: boolean;
  readonly condition?: ValueRecord;
}

/** A statement as a policy document writes it; actions are sorted, as AWS gives them back. */
export function toStatement(statement: Statement): ValueRecord {
  const { sid, effect = "Allow", principal, actions, allBut = false, condition } = statement;
  const sorted = oneOrMany(sortedUnique(actions));
  return {
    Sid: sid,
    Effect: effect,
    Principal: principal,
    ...(allBut ? { NotAction: sorted } : { Action: sorted }),
    Resource: "*",
    Condition: condition,
  };
}

/** IAM principals of a statement. */
export function iamPrincipals(arns: readonly Value[]): ValueRecord {
  return { AWS: oneOrMany(arns) };
}

/** AWS gives a list of one back as the one. */
export function oneOrMany(values: readonly Value[]): Value {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}

/** The fields of a statement in the order in which AWS documents them. */
const FIELDS = [
  ...["Sid", "Effect", "Principal", "NotPrincipal"],
  ...["Action", "NotAction", "Resource", "Condition"],
];

/**
 * A statement of the spec: its lists as they are written, its maps in an order of ours, for the order of keys in a
 * spec means nothing.
 */
export function asWritten(statement: RawStatement): ValueRecord {
  const fields = FIELDS.filter((field) => statement[field] !== undefined);
  return Object.fromEntries(fields.map((field) => [field, withSortedKeys(statement[field])])) as ValueRecord;
}

function withSortedKeys(value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  const entries = sortedEntries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([key, item]) => [key, withSortedKeys(item)]));
}
