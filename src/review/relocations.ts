import { sortedUnique } from "../base/ordering";
import { isLate, type LiveBehaviour, type ReviewValue } from "../terraform/live-behaviour";
import { canonical } from "./canonical";
import type { PlannedChange } from "./plan-changes";

/**
 * One thing at two addresses, without a `moved` block: Terraform would destroy it there and create it here.
 * It bears the same name in the live system, or everything about it was renamed together with its address.
 */
export interface Relocation {
  readonly kind: "same-thing" | "renamed";
  readonly from: PlannedChange;
  readonly to: PlannedChange;
}

/** Finds what is destroyed and created only because its address is another one. */
export function findRelocations(
  planned: readonly PlannedChange[],
  behaviour: LiveBehaviour,
): readonly Relocation[] {
  const created = new Set(planned.filter(({ action }) => action === "create"));
  const destroyed = planned.filter(({ action }) => action === "destroy");
  const found: Relocation[] = [];
  const pair = (kind: Relocation["kind"], isPair: (from: PlannedChange, to: PlannedChange) => boolean) => {
    for (const from of destroyed) {
      if (found.some((one) => one.from === from)) continue;
      const to = [...created].find((candidate) => isPair(from, candidate));
      if (to === undefined) continue;
      created.delete(to);
      found.push({ kind, from, to });
    }
  };
  // What bears the same name is certain, and goes first.
  pair("same-thing", (from, to) => isSameThing(from, to, behaviour));
  pair("renamed", looksRenamed);
  return found;
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

/**
 * Whether two resources differ in the name that they were given: `storage_us_east_1` and `vault_us_east_1`, and
 * wherever else that word stands. Values that the text does not tell are left out.
 */
function looksRenamed(from: PlannedChange, to: PlannedChange): boolean {
  const [old, now] = [from.before, to.after];
  if (old === undefined || now === undefined) return false;
  if (old.type !== now.type || old.region !== now.region || old.root !== now.root) return false;
  const [word, other] = differingWords(nameIn(old.address), nameIn(now.address));
  if (word === "" || other === "") return false;
  // Known on both sides: what refers to something new is known later.
  const names = sortedUnique([...Object.keys(old.arguments), ...Object.keys(now.arguments)]).filter(
    (name) => !isLate(old.arguments[name]) && !isLate(now.arguments[name]),
  );
  const blanked = (facts: string) => facts.replaceAll(word, "?").replaceAll(other, "?");
  return names.every((name) => blanked(textOf(old.arguments[name])) === blanked(textOf(now.arguments[name])));
}

function nameIn(address: string): string {
  return address.slice(address.indexOf(".") + 1);
}

/** What is left of two names without the end that they share. */
function differingWords(one: string, other: string): readonly [string, string] {
  const [old, now] = [one.split("_"), other.split("_")];
  while (old.length > 0 && old.at(-1) === now.at(-1)) {
    old.pop();
    now.pop();
  }
  return [old.join("_"), now.join("_")];
}

/** `-` stands as `_`, as it does in the names of Terraform. */
function textOf(value: ReviewValue | undefined): string {
  return value === undefined ? "" : canonical(value).replaceAll("-", "_");
}
