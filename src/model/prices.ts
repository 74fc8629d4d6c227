import type { KeyProtection, KeyStrategy } from "./key";

/** What a provider takes for a key, in a currency and for a month. */
export interface KeyPrice {
  /** ISO 4217. */
  readonly currency: string;
  readonly perKey: number;
  /** For each rotation that a key has had, up to the number that is charged; all are where that is infinite. */
  readonly perRotation: number;
  readonly chargedRotations: number;
  /** Prices of keys that are protected in another way, where they have one of their own. */
  readonly byProtection?: Readonly<Partial<Record<KeyProtection, ProtectedKeyPrice>>>;
}

/** The price of keys that are protected in one way. */
export interface ProtectedKeyPrice extends Pick<KeyPrice, "perKey" | "perRotation"> {
  /** Keys that have a price of their own, by key spec. */
  readonly bySpec?: Readonly<Record<string, number>>;
}

/** What a provider takes for requests to keys, whoever of the account makes them. */
export interface RequestPrice {
  /** The number of requests that a price is for. */
  readonly per: number;
  /** Requests to symmetric keys that cost nothing, in a month and in all Regions together. */
  readonly free: number;
  /** Keys for symmetric encryption and for message authentication codes. */
  readonly symmetric: number;
  readonly asymmetric: number;
  /** Asymmetric keys that have a price of their own, by key spec. */
  readonly bySpec: Readonly<Record<string, number>>;
}

/** Prices of one partition of a provider, when they were so, and who says it. */
export interface PriceList extends KeyPrice {
  /** `YYYY-MM-DD`. */
  readonly asOf: string;
  /** A page, or another text that tells people where the prices are from. */
  readonly source: string;
  /** None where only the price of keys is known. */
  readonly requests: RequestPrice | undefined;
}

/** Price lists by partition; a partition that is not there has prices that are not known. */
export type PriceLists = ReadonlyMap<string, PriceList>;

/** What that many requests to symmetric keys cost in a month. */
export function symmetricRequestCost(requests: number, { per, free, symmetric }: RequestPrice): number {
  return (Math.max(0, requests - free) / per) * symmetric;
}

/** What keys cost that the provider keeps itself. */
export interface ProviderKeyPrice {
  readonly strategy: KeyStrategy;
  /** In prose, in the plural. */
  readonly title: string;
  /** A key for a month. */
  readonly perKey: number;
  readonly areRequestsCharged: boolean;
  readonly source: string;
}
