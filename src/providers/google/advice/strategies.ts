import type { AdviceData } from "../../../model/advice";

const KMS = "https://cloud.google.com/kms/docs";
const SQL = "https://cloud.google.com/sql/docs/postgres/cmek";

/** What each strategy brings with it. */
export const strategies: AdviceData["strategies"] = {
  "single-region": {
    risks: ["Every version that a rotation makes is billed for as long as it exists, in each Region."],
    rulesOut: ["Decrypting in one Region what a client encrypted in another."],
    source: `${KMS}/locations`,
  },
  "multi-region": {
    risks: ["Whoever may use the key may use it in every Region of the location."],
    rulesOut: ["Databases: Cloud SQL and AlloyDB take keys of their own Region only."],
    source: `${KMS}/locations`,
  },
  "provider-managed": {
    risks: [
      "The organization policy gcp.restrictNonCmekServices may forbid databases without a key of your own.",
    ],
    rulesOut: ["Disabling, rotating or destroying the key yourself; a record of its use."],
    source: "https://cloud.google.com/docs/security/encryption/default-encryption",
  },
  existing: {
    risks: [
      "Whoever manages the key can disable or destroy it: Cloud SQL suspends an instance whose key is gone.",
    ],
    rulesOut: ["Policies and rotation in the spec: they are where the key is managed."],
    source: SQL,
  },
};

/** How to leave keys: no database changes its key. */
export const migrations: AdviceData["migrations"] = {
  storage: [
    "Add a key set of the new strategy beside this one, and apply.",
    "Restore a backup to a new instance with the new key, or replicate to one, and move the clients.",
    "Remove the old database, and keep its key for as long as a backup needs it.",
  ],
  ciphertext: [
    "Encrypt anew under the new key what clients encrypted, and keep the old key until nothing of it is left.",
  ],
  signatures: [
    "Give verifiers the new key beside the old one, sign with the new one, and keep the old one until what it signed has expired.",
  ],
};

/** Where what there is to consider is explained. */
export const considerations: AdviceData["considerations"] = {
  "separate-storage": `${KMS}/cmek-best-practices`,
  "shared-by-databases": `${KMS}/cmek-best-practices`,
  "unused-key-set": "https://cloud.google.com/kms/pricing",
  "unused-regions": "https://cloud.google.com/kms/pricing",
  "no-key-for-clients": `${KMS}/cmek-best-practices`,
};
