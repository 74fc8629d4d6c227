import type { LiveBehaviour } from "../terraform/live-behaviour";
import { canonical } from "./canonical";
import type { PlannedChange } from "./plan-changes";

/**
 * The same thing at a new address, without a `moved` block: Terraform would destroy it there and create it
 * here.
 */
export interface Relocation {
  readonly from: PlannedChange;
  readonly to: PlannedChange;
}

/** Finds what is destroyed and created only because its address is another one. */
export function findRelocations(
  planned: readonly PlannedChange[],
  behaviour: LiveBehaviour,
): readonly Relocation[] {
  const created = new Set(planned.filter(({ action }) => action === "create"));
  return planned
    .filter(({ action }) => action === "destroy")
    .flatMap((from) => {
      const to = [...created].find((candidate) => isSameThing(from, candidate, behaviour));
      if (to === undefined) return [];
      created.delete(to);
      return [{ from, to }];
    });
}

function isSameThing(from: PlannedChange, to: PlannedChange, { types }: LiveBehaviour): boolean {
  const [old, now] = [from.before, to.after];
  if (old === undefined || now === undefined) return false;
  if (old.type !== now.type || old.region !== now.region) return false;
  if (old.address === now.address) return true;
  const identity = types.get(old.type)?.identity;
  const names = identity ?? Object.keys({ ...old.arguments, ...now.arguments });
  return names.every((name) => {
    const [one, other] = [old.arguments[name], now.arguments[name]];
    return one !== undefined && other !== undefined && canonical(one) === canonical(other);
  });
}
