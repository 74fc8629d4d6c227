import type { ValueRecord } from "../../../../terraform/expression";
import { policyLimits } from "../../catalog/policy-limits";
import { oneOrMany } from "../../policy-statement";
import type { IdentityStatement } from "./statement";

/** What a policy has around its statements. */
const FRAME = JSON.stringify({ Version: "2012-10-17", Statement: [] }).length;

/**
 * Statements as the policies that IAM takes, in their order. One that no policy has room for goes on in the next, with
 * the rest of its resources and the same Sid: all of them are attached to one role, which may do what any of them says.
 */
export function splitStatements(statements: readonly IdentityStatement[]): readonly ValueRecord[] {
  const policies: IdentityStatement[][] = [];
  let room = 0;
  const nextPolicy = () => {
    policies.push([]);
    room = policyLimits.identityPolicyCharacters.maximum - FRAME;
  };
  const add = (statement: IdentityStatement) => {
    policies.at(-1)?.push(statement);
    room -= lengthOf(statement);
  };
  for (const statement of statements) {
    if (lengthOf(statement) > room) nextPolicy();
    let rest = statement;
    while (lengthOf(rest) > room) {
      const count = howManyFit(rest, room);
      add({ ...rest, resources: rest.resources.slice(0, count) });
      rest = { ...rest, resources: rest.resources.slice(count) };
      nextPolicy();
    }
    add(rest);
  }
  return policies.map((policy) => ({ Version: "2012-10-17", Statement: policy.map(asValue) }));
}

/** How many of a statement's resources a policy has room for; one at least, so that there is an end. */
function howManyFit(statement: IdentityStatement, room: number): number {
  let length = lengthOf({ ...statement, resources: [] });
  const end = statement.resources.findIndex((resource) => (length += lengthOfItem(resource)) > room);
  return end === -1 ? statement.resources.length : Math.max(1, end);
}

/** Characters of a statement and the comma after it: IAM counts no white space. */
function lengthOf({ resources, ...statement }: IdentityStatement): number {
  const empty = JSON.stringify(asValue({ ...statement, resources: [] })).length + 1;
  return resources.reduce((length, resource) => length + lengthOfItem(resource), empty);
}

function lengthOfItem(resource: string): number {
  return JSON.stringify(resource).length + 1;
}

function asValue({ sid, actions, resources, condition }: IdentityStatement): ValueRecord {
  return {
    Sid: sid,
    Effect: "Allow",
    Action: oneOrMany(actions),
    Resource: oneOrMany(resources),
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}
