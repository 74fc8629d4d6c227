import type { RegionName } from "../base/names";
import type { Support } from "./engine";
import type { MaximumLimit } from "./provider-catalog";

/** A quota of the provider: a greatest number of something that an account, or a key, may have in a Region. */
export interface Quota extends MaximumLimit {
  /** Permanent, kebab-case. */
  readonly id: string;
  /** In prose: `aliases of a key`. */
  readonly title: string;
  /** What it is counted for: everything that an account has in a Region, or one key. */
  readonly scope: "account" | "key";
  /** Whether the provider raises it on request. */
  readonly adjustable: Support;
}

/** How much of a quota is used. */
export interface QuotaUse {
  readonly quota: Quota;
  readonly region: RegionName;
  /** The key set of the key; undefined for what is counted for the account. */
  readonly keySet: string | undefined;
  readonly used: number;
}

/** The share of a quota from which on it is nearly used up. */
export const NEAR_SHARE = 0.8;

/** Whether a quota is nearly, or more than, used up. */
export function isNearLimit({ quota, used }: QuotaUse): boolean {
  return used >= quota.maximum * NEAR_SHARE;
}
