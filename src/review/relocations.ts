import { groupBy } from "../base/group-by";
import { compareText, sortedUnique } from "../base/ordering";
import {
  isLate,
  type LiveBehaviour,
  type ReviewedResource,
  type ReviewValue,
} from "../terraform/live-behaviour";
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
  const destroyed = new Set(planned.filter(({ action }) => action === "destroy"));
  const found: Relocation[] = [];
  const pair = (kind: Relocation["kind"], findTo: (from: PlannedChange) => PlannedChange | undefined) => {
    for (const from of destroyed) {
      const to = findTo(from);
      if (to === undefined) continue;
      destroyed.delete(from);
      created.delete(to);
      found.push({ kind, from, to });
    }
  };
  // What bears the same name is certain, and goes first.
  const sameThing = sameThings([...created], behaviour);
  pair("same-thing", (from) => sameThing(from).find((to) => created.has(to)));
  const families = groupBy(created, ({ after }) => familyOf(after));
  pair("renamed", (from) =>
    families.get(familyOf(from.before))?.find((to) => created.has(to) && looksRenamed(from, to)),
  );
  return found;
}

/** Of what is created, in its order, what is the thing that is destroyed: by its address or by its name. */
function sameThings(
  created: readonly PlannedChange[],
  behaviour: LiveBehaviour,
): (from: PlannedChange) => readonly PlannedChange[] {
  const ranks = new Map(created.map((change, rank) => [change, rank]));
  const byAddress = groupBy(created, ({ after }) => after && addressKey(after));
  const byIdentity = groupBy(created, ({ after }) => after && identityKey(after, behaviour));
  return ({ before }) => {
    if (before === undefined) return [];
    const identity = identityKey(before, behaviour);
    const candidates = [
      ...(byAddress.get(addressKey(before)) ?? []),
      ...(identity === undefined ? [] : (byIdentity.get(identity) ?? [])),
    ];
    return candidates.sort((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
  };
}

function addressKey({ type, region, address }: ReviewedResource): string {
  return JSON.stringify([type, region, address]);
}

/** The same text for two resources of the same name in the live system; undefined where the name is not told. */
export function identityKey(resource: ReviewedResource, { types }: LiveBehaviour): string | undefined {
  const { type, region, arguments: given } = resource;
  const names = types.get(type)?.identity ?? Object.keys(given).sort(compareText);
  const facts = names.map((name) => [name, given[name]] as const);
  if (facts.some(([, value]) => value === undefined)) return undefined;
  return JSON.stringify([
    type,
    region,
    ...facts.map(([name, value]) => [name, value === undefined ? null : canonical(value)]),
  ]);
}

/** Only what is of one family can be the same thing under another name. */
function familyOf(resource: ReviewedResource | undefined): string {
  return JSON.stringify([resource?.type, resource?.region, resource?.root]);
}

/**
 * Whether two resources differ in the name that they were given: `storage_us_east_1` and `vault_us_east_1`, and
 * wherever else that word stands. Values that the text does not tell are left out.
 */
function looksRenamed(from: PlannedChange, to: PlannedChange): boolean {
  const [old, now] = [from.before, to.after];
  if (old === undefined || now === undefined) return false;
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
