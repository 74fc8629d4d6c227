import type { PriceLists, ProviderKeyPrice } from "../../../model/prices";

const PRICING = "https://aws.amazon.com/kms/pricing/";

/**
 * Prices of KMS by partition. Rotations are charged up to the second one, since the date given. Requests to
 * asymmetric keys do not count towards those that are free. Partitions with price lists of their own are left out
 * rather than guessed.
 */
export const keyPrices: PriceLists = new Map([
  [
    "aws",
    {
      currency: "USD",
      perKey: 1,
      perRotation: 1,
      chargedRotations: 2,
      requests: { per: 10_000, free: 20_000, symmetric: 0.03, asymmetric: 0.15, bySpec: { RSA_2048: 0.03 } },
      asOf: "2024-04-12",
      source: PRICING,
    },
  ],
]);

/** What the prices are for. */
export const priceNotes: readonly string[] = [
  "Multi-Region keys cost as much as single-Region keys, replica keys and disabled keys as much as others.",
  "Requests are charged to the account that makes them, also on a key of another account.",
];

/** Keys that AWS keeps itself, which RDS and Aurora use when a spec names none of its own. */
export const providerKeyPrices: readonly ProviderKeyPrice[] = [
  {
    strategy: "provider-managed",
    title: "AWS managed keys",
    perKey: 0,
    areRequestsCharged: true,
    source: PRICING,
  },
  {
    strategy: "provider-owned",
    title: "AWS owned keys",
    perKey: 0,
    areRequestsCharged: false,
    source:
      "https://aws.amazon.com/blogs/database/use-default-encryption-at-rest-for-new-amazon-aurora-clusters",
  },
];
