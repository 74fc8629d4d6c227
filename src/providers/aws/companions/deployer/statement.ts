import { sortedUnique } from "../../../../base/ordering";
import type { ValueRecord } from "../../../../terraform/expression";
import { oneOrMany } from "../../policy-statement";
import { RESOURCE_ACTIONS, type ResourceActions } from "./actions";
import type { ResourceElement } from "../../../../terraform/program";

/** A statement of the policy of an identity; undefined where there is nothing that it would allow. */
export function identityStatement(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  condition?: ValueRecord,
): ValueRecord | undefined {
  if (actions.length === 0 || resources.length === 0) return undefined;
  return {
    Sid: sid,
    Effect: "Allow",
    Action: oneOrMany(sortedUnique(actions)),
    Resource: oneOrMany(sortedUnique(resources)),
    ...(condition === undefined ? {} : { Condition: condition }),
  };
}

/** The condition that a call is made in one of these Regions. */
export function requestedIn(regions: readonly string[]): ValueRecord {
  return { StringEquals: { "aws:RequestedRegion": oneOrMany(regions) } };
}

/** The actions of one sort that elements ask for. */
export function actionsOf(
  elements: readonly ResourceElement[],
  sort: keyof ResourceActions,
): readonly string[] {
  return elements.flatMap(({ type }) => RESOURCE_ACTIONS[type]?.[sort] ?? []);
}

/** What managing elements asks of them, with their destruction where nothing protects them from it. */
export function managementOf(elements: readonly ResourceElement[]): readonly string[] {
  const unprotected = elements.filter(({ lifecycle }) => lifecycle.preventDestroy !== true);
  return [...actionsOf(elements, "own"), ...actionsOf(unprotected, "destroy")];
}
