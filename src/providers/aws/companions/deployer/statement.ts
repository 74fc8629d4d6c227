import { sortedUnique } from "../../../../base/ordering";
import type { ValueRecord } from "../../../../terraform/expression";
import { oneOrMany } from "../../policy-statement";
import { RESOURCE_ACTIONS, type ResourceActions } from "./actions";
import type { ResourceElement } from "../../../../terraform/program";

/** A statement of the policy of an identity, which allows actions on resources. */
export interface IdentityStatement {
  readonly sid: string;
  /** Sorted, each once. */
  readonly actions: readonly string[];
  /** ARNs, sorted, each once. */
  readonly resources: readonly string[];
  readonly condition?: ValueRecord;
}

/** A statement; undefined where there is nothing that it would allow. */
export function identityStatement(
  sid: string,
  actions: readonly string[],
  resources: readonly string[],
  condition?: ValueRecord,
): IdentityStatement | undefined {
  if (actions.length === 0 || resources.length === 0) return undefined;
  return {
    sid,
    actions: sortedUnique(actions),
    resources: sortedUnique(resources),
    ...(condition === undefined ? {} : { condition }),
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

/** Elements that nothing protects from their destruction. */
export function unprotected(elements: readonly ResourceElement[]): readonly ResourceElement[] {
  return elements.filter(({ lifecycle }) => lifecycle.preventDestroy !== true);
}
