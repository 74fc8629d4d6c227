import { invariant } from "../../base/invariant";
import { namesInOrder, type Renamed } from "../../model/former-names";
import type { DeploymentPlan } from "../../model/plan";
import { addressOf, type MovedAddress } from "../../terraform/program";
import type { PlacedElement } from "../../terraform/split";

/** A move and the stack whose state it is made in. */
export interface PlacedMove {
  readonly stack: string;
  readonly moved: MovedAddress;
}

/** A rename: what got another name, and the plan as it was under a former one. */
interface Rename extends Renamed {
  readonly what: "Key set" | "Database";
  readonly planUnder: (name: string) => DeploymentPlan;
}

/**
 * Where the resources of renamed key sets and databases stood before: the plan is lowered once more under each
 * former name, and what has another address there has moved. Nothing else may know how addresses are made.
 */
export function lowerMoves(
  plan: DeploymentPlan,
  placed: readonly PlacedElement[],
  lower: (plan: DeploymentPlan) => readonly PlacedElement[],
): readonly PlacedMove[] {
  return renamesOf(plan).flatMap((rename) => movesOf(rename, placed, lower));
}

function movesOf(
  { what, name, renamedFrom, planUnder }: Rename,
  placed: readonly PlacedElement[],
  lower: (plan: DeploymentPlan) => readonly PlacedElement[],
): readonly PlacedMove[] {
  const formerNames = namesInOrder({ name, renamedFrom }).slice(0, -1);
  const former = formerNames.map((one) => lower(planUnder(one)));
  const comment = `${what} ${name}, formerly ${formerNames.join(", ")}: what stands is moved, not replaced.`;
  const told = new Set<string>();
  return placed.flatMap(({ element, stack }, index) => {
    const names = [...former.map((elements) => elements[index]?.element), element];
    const chain = names.map((one) => {
      invariant(one?.type === element.type, `the resources of ${name} differ under its former names`);
      return addressOf(one);
    });
    if (element.kind === "data") return [];
    return chain.slice(1).flatMap((to, step): PlacedMove[] => {
      const from = chain[step];
      if (from === undefined || from === to) return [];
      const isFirst = !told.has(stack);
      told.add(stack);
      return [{ stack, moved: { from, to, comment: isFirst ? comment : undefined } }];
    });
  });
}

function renamesOf(plan: DeploymentPlan): readonly Rename[] {
  const keySets = plan.keySets.map((keySet): Rename => ({
    ...keySet,
    what: "Key set",
    planUnder: (name) => withKeySetName(plan, keySet.name, name),
  }));
  const databases = plan.databases.map((database): Rename => ({
    ...database,
    what: "Database",
    planUnder: (name) => withDatabaseName(plan, database.name, name),
  }));
  return [...keySets, ...databases].filter(({ renamedFrom }) => renamedFrom.length > 0);
}

/** The order of key sets and databases stays: resources are told by their places. */
function withKeySetName(plan: DeploymentPlan, from: string, name: string): DeploymentPlan {
  return {
    ...plan,
    keySets: plan.keySets.map((one) => (one.name === from ? { ...one, name } : one)),
    encryption: plan.encryption.map((binding) =>
      binding.key.keySet === from ? { ...binding, key: { ...binding.key, keySet: name } } : binding,
    ),
  };
}

function withDatabaseName(plan: DeploymentPlan, from: string, name: string): DeploymentPlan {
  return {
    ...plan,
    databases: plan.databases.map((one) => (one.name === from ? { ...one, name } : one)),
    encryption: plan.encryption.map((binding) =>
      binding.member.database === from
        ? { ...binding, member: { ...binding.member, database: name } }
        : binding,
    ),
  };
}
