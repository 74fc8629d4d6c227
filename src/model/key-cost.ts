import type { RegionName } from "../base/names";
import { isManagedKey, type KeySet, type ManagedKey } from "./key";
import type { KeyPrice } from "./prices";

/** What keys cost a month, in the currency of the price. */
export interface MonthlyCost {
  readonly keys: number;
  /** Before any rotation, after the first one, after the second one, and after as many as are charged. */
  readonly now: number;
  readonly afterFirstRotation: number;
  readonly afterSecondRotation: number;
  readonly atMost: number;
}

/** What one key costs a month. */
export interface KeyCost extends MonthlyCost {
  readonly keySet: string;
  readonly region: RegionName;
}

/** What the keys of a key set cost a month. */
export interface KeySetCost extends MonthlyCost {
  readonly keySet: string;
}

/**
 * The cost of each key that the deployment creates; keys that stand already or are the provider's cost it nothing.
 * Related multi-Region keys cost as much as independent ones, and a disabled key as much as an enabled one.
 */
export function costOfKeys(keySets: readonly KeySet[], price: KeyPrice): readonly KeyCost[] {
  return keySets.flatMap((keySet): KeyCost[] => {
    const keys = [...keySet.keyIn.values()].filter(isManagedKey);
    // A replica key rotates with its primary key.
    const isRotating = keys.some(isRotated);
    return keys.map(({ region }) => ({
      keySet: keySet.name,
      region,
      ...costOfKey(price, isRotating ? price.chargedRotations : 0),
    }));
  });
}

/** The cost of each key set that has keys of its own. */
export function keyCosts(keySets: readonly KeySet[], price: KeyPrice): readonly KeySetCost[] {
  return keySets.flatMap((keySet): KeySetCost[] => {
    const costs = costOfKeys([keySet], price);
    return costs.length === 0 ? [] : [{ keySet: keySet.name, ...sumOfCosts(costs) }];
  });
}

/** What that many keys cost a month; replica keys are counted like others. */
export function costOf(keys: number, isRotating: boolean, price: KeyPrice): MonthlyCost {
  const one = costOfKey(price, isRotating ? price.chargedRotations : 0);
  return sumOfCosts(Array.from({ length: keys }, () => one));
}

/** Costs taken together. */
export function sumOfCosts(costs: readonly MonthlyCost[]): MonthlyCost {
  const sum = (pick: (cost: MonthlyCost) => number) =>
    withoutNoise(costs.reduce((total, cost) => total + pick(cost), 0));
  return {
    keys: sum(({ keys }) => keys),
    now: sum(({ now }) => now),
    afterFirstRotation: sum(({ afterFirstRotation }) => afterFirstRotation),
    afterSecondRotation: sum(({ afterSecondRotation }) => afterSecondRotation),
    atMost: sum(({ atMost }) => atMost),
  };
}

function costOfKey({ perKey, perRotation }: KeyPrice, chargedRotations: number): MonthlyCost {
  const after = (rotations: number) => perKey + Math.min(rotations, chargedRotations) * perRotation;
  return {
    keys: 1,
    now: after(0),
    afterFirstRotation: after(1),
    afterSecondRotation: after(2),
    atMost: after(chargedRotations),
  };
}

/** A sum of prices has no more than six decimal places; what is behind them comes from adding binary fractions. */
function withoutNoise(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

function isRotated(key: ManagedKey): boolean {
  return key.kind !== "replica-key" && key.rotation.kind === "automatic";
}
