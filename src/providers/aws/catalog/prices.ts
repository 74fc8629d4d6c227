import type { KeyPrice } from "../../../model/key-cost";

/** A price, when it was so, and the page that says it. */
export interface DatedPrice extends KeyPrice {
  readonly asOf: string;
  readonly source: string;
}

/**
 * Prices of customer managed keys by partition. Rotations are charged up to the second one, since the date given.
 * Partitions with price lists of their own are left out rather than guessed.
 */
export const keyPrices: ReadonlyMap<string, DatedPrice> = new Map([
  [
    "aws",
    {
      currency: "USD",
      perKey: 1,
      perRotation: 1,
      chargedRotations: 2,
      asOf: "2024-04-12",
      source: "https://aws.amazon.com/kms/pricing/",
    },
  ],
]);
