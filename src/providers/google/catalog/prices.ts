import type { PriceLists, ProviderKeyPrice } from "../../../model/prices";
import { keySpecs } from "./key-specs";

const PRICING = "https://cloud.google.com/kms/pricing";

/** Asymmetric keys that cost more in hardware: all but those of RSA with 2048 bits. */
const dearSpecs = [...keySpecs.keys()].filter(
  (spec) => /^(?:EC|RSA)_/.test(spec) && !spec.includes("_2048_"),
);

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
        // Of the first 2,000 versions; after them they cost what the others do.
        hsm: { perKey: 1, perRotation: 1, bySpec: Object.fromEntries(dearSpecs.map((spec) => [spec, 2.5])) },
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
  "Requests to asymmetric keys in hardware cost more than others, but those of RSA with 2048 bits.",
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
