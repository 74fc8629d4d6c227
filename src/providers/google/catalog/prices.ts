import type { PriceLists, ProviderKeyPrice } from "../../../model/prices";

const PRICING = "https://cloud.google.com/kms/pricing";

/** Prices of Cloud KMS: each version that a rotation makes costs as much as the first, for as long as it exists. */
export const keyPrices: PriceLists = new Map([
  [
    "googleapis.com",
    {
      currency: "USD",
      perKey: 0.06,
      perRotation: 0.06,
      chargedRotations: Infinity,
      requests: { per: 10_000, free: 0, symmetric: 0.03, asymmetric: 0.03, bySpec: {} },
      asOf: "2025-03-17",
      source: PRICING,
    },
  ],
]);

/** The keys of Google's default encryption. */
export const providerKeyPrices: readonly ProviderKeyPrice[] = [
  {
    strategy: "provider-managed",
    title: "Google's default encryption",
    perKey: 0,
    areRequestsCharged: false,
    source: "https://cloud.google.com/docs/security/encryption/default-encryption",
  },
];
