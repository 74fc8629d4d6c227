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
      byProtection: {
        hsm: { perKey: 1, perRotation: 1 },
        external: { perKey: 3, perRotation: 3 },
        "external-vpc": { perKey: 3, perRotation: 3 },
      },
      requests: { per: 10_000, free: 0, symmetric: 0.03, asymmetric: 0.03, bySpec: {} },
      asOf: "2025-03-17",
      source: PRICING,
    },
  ],
]);

/** What the prices are for. */
export const priceNotes: readonly string[] = [
  "A price is for each version of a key until that is destroyed, also for one that is disabled.",
  "Cloud SQL and AlloyDB keep needing the versions that they were created and backed up with.",
];

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
