import { isManagedKey, type KeyProtection, type KeySet, type ManagedKey, type PlannedKey } from "./key";
import type { KeyPrice } from "./prices";

/** What the price of a key depends on; without a period it does not rotate. */
export interface ChargedKey {
  readonly protection: KeyProtection;
  readonly spec: string;
  readonly periodDays: number | undefined;
}

/** What keys cost a month, in the currency of the price. */
export interface MonthlyCost {
  readonly keys: number;
  /** Before any rotation, after the first one, after the second one, and after as many as are charged. */
  readonly now: number;
  readonly afterFirstRotation: number;
  readonly afterSecondRotation: number;
  /** Infinite where every rotation is charged, for ever. */
  readonly atMost: number;
  /** After the rotations of one year, and of two. */
  readonly afterOneYear: number;
  readonly afterTwoYears: number;
}

/** What one key costs a month. */
export interface KeyCost extends MonthlyCost {
  readonly keySet: string;
  /** The Region of the key, or its location where that is more than a Region. */
  readonly region: string;
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
    // One key may serve several Regions, and costs once.
    const keys = new Map(
      [...keySet.keyIn.values()].filter(isManagedKey).map((key) => [placeOf(key), key] as const),
    );
    // A replica key rotates with its primary key.
    const rotating = [...keys.values()].flatMap((key) => rotationPeriodOf(key) ?? []);
    const { protection, spec } = keySet;
    const charged = { protection, spec, periodDays: rotating[0] };
    return [...keys.keys()].map((region) => ({
      keySet: keySet.name,
      region,
      ...costOfKey(price, charged),
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
export function costOf(keys: number, charged: ChargedKey, price: KeyPrice): MonthlyCost {
  const one = costOfKey(price, charged);
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
    afterOneYear: sum(({ afterOneYear }) => afterOneYear),
    afterTwoYears: sum(({ afterTwoYears }) => afterTwoYears),
  };
}

const YEAR = 365;

function costOfKey(price: KeyPrice, { protection, spec, periodDays }: ChargedKey): MonthlyCost {
  const ofProtection = price.byProtection?.[protection];
  const { perRotation } = ofProtection ?? price;
  const perKey = ofProtection?.bySpec?.[spec] ?? (ofProtection ?? price).perKey;
  const charged = periodDays === undefined ? 0 : price.chargedRotations;
  const after = (rotations: number) => perKey + Math.min(rotations, charged) * perRotation;
  const inDays = (days: number) => (periodDays === undefined ? 0 : Math.floor(days / periodDays));
  return {
    keys: 1,
    now: after(0),
    afterFirstRotation: after(1),
    afterSecondRotation: after(2),
    atMost: perRotation === 0 ? perKey : after(charged),
    afterOneYear: after(inDays(YEAR)),
    afterTwoYears: after(inDays(2 * YEAR)),
  };
}

/** A sum of prices has no more than six decimal places; what is behind them comes from adding binary fractions. */
function withoutNoise(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

/** The days between two rotations; undefined for a key that does not rotate by itself. */
export function rotationPeriodOf(key: ManagedKey): number | undefined {
  if (key.kind === "replica-key" || key.rotation.kind === "off") return undefined;
  return key.rotation.periodDays;
}

/** Where a key is: one that serves several Regions is in one place. */
export function placeOf(key: PlannedKey): string {
  return key.kind === "location-key" ? key.location : key.region;
}
