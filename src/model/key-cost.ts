import { isManagedKey, type KeySet, type ManagedKey } from "./key";

/** What a provider takes for a key, in a currency and for a month. */
export interface KeyPrice {
  readonly currency: string;
  readonly perKey: number;
  /** For each rotation that a key has had, up to the number that is charged. */
  readonly perRotation: number;
  readonly chargedRotations: number;
}

/** What the keys of a key set cost a month; keys that stand already or are the provider's cost nothing here. */
export interface KeySetCost {
  readonly keySet: string;
  readonly keys: number;
  /** Before any rotation, after the first one, and after as many as are charged. */
  readonly now: number;
  readonly afterFirstRotation: number;
  readonly atMost: number;
}

/** The cost of each key set that has keys of its own. Related multi-Region keys cost as much as independent ones. */
export function keyCosts(keySets: readonly KeySet[], price: KeyPrice): readonly KeySetCost[] {
  return keySets.flatMap((keySet): KeySetCost[] => {
    const keys = [...keySet.keyIn.values()].filter(isManagedKey);
    if (keys.length === 0) return [];
    const now = keys.length * price.perKey;
    // A replica key rotates with its primary key.
    const rotation = keys.some(isRotated) ? keys.length * price.perRotation : 0;
    return [
      {
        keySet: keySet.name,
        keys: keys.length,
        now,
        afterFirstRotation: now + rotation,
        atMost: now + rotation * price.chargedRotations,
      },
    ];
  });
}

function isRotated(key: ManagedKey): boolean {
  return key.kind !== "replica-key" && key.rotation.kind === "automatic";
}
