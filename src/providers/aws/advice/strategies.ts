import type { AdviceData, StrategyFacts } from "../../../model/advice";
import type { KeyStrategy } from "../../../model/key";

const KMS = "https://docs.aws.amazon.com/kms/latest/developerguide";
const RDS = "https://docs.aws.amazon.com/AmazonRDS/latest";

/** What each strategy brings with it. */
export const strategies: Readonly<Record<KeyStrategy, StrategyFacts>> = {
  "single-region": {
    risks: [
      "AWS keeps policy, aliases and rotation of the Regions apart: what is changed by hand in one Region stays there.",
    ],
    rulesOut: [
      "Decrypting in one Region what a client encrypted in another.",
      "Becoming multi-Region: no key changes its kind.",
    ],
    source: `${KMS}/multi-region-keys-overview.html`,
  },
  "multi-region": {
    risks: [
      "The same key material is in every Region: who may use one of the keys can do with it what the others can.",
      "Creating a replica key can outlast the two minutes that Terraform's provider waits; the README has the way out.",
    ],
    rulesOut: [
      "Custom key stores (CloudHSM, external), and replica keys in another account or partition.",
      "Becoming single-Region: no key changes its kind.",
    ],
    source: `${KMS}/multi-region-keys-overview.html`,
  },
  "provider-managed": {
    risks: [
      "The key aws/rds of a Region exists only after its first use there; copies in other Regions need it before.",
      "Every principal of the account that RDS lets in may use it.",
    ],
    rulesOut: [
      "Sharing snapshots with other accounts, use by clients, activity streams.",
      "A policy, grants or a rotation period of your own; disabling or deleting the key.",
    ],
    source: `${RDS}/UserGuide/Overview.Encryption.Keys.html`,
  },
  "provider-owned": {
    risks: [
      "The key is not in the account: no record of its use in CloudTrail, and older audit tools report StorageEncrypted=false.",
    ],
    rulesOut: [
      "Sharing snapshots with other accounts, databases in several Regions, keys for logs, secrets or Performance Insights.",
      "A policy, grants or a rotation of your own; disabling or deleting the key.",
    ],
    source: `${RDS}/AuroraUserGuide/Overview.Encryption.html`,
  },
  existing: {
    risks: [
      "Whoever manages the key can disable or delete it: a database whose key is gone is lost after seven days.",
      "AWS does not say whether read replicas and Performance Insights take keys of other accounts.",
    ],
    rulesOut: ["Aliases, policies, grants and rotation in the spec: they are where the key is managed."],
    source: `${RDS}/UserGuide/Overview.Encryption.html`,
  },
};

/** How to leave keys: neither a key's kind nor the key of a database or of a ciphertext changes in place. */
export const migrations: AdviceData["migrations"] = {
  storage: [
    "Add a key set of the new strategy beside this one, and apply.",
    "Copy a snapshot with the new key and restore it as a new database; in other Regions new secondary clusters or read replicas with the new key take the old ones' places.",
    "Move the clients, remove the old database, and its key set when no snapshot or backup needs it. keyspan diff prints the commands.",
  ],
  ciphertext: [
    "Encrypt anew under the new key what clients encrypted (kms:ReEncrypt, or through the application); keep the old key until nothing of it is left.",
  ],
  signatures: [
    "Give verifiers the new key beside the old one, sign with the new one, and keep the old one until what it signed has expired.",
  ],
};

/** Moves of which one should know beforehand whether they are worth it. */
export const moves: AdviceData["moves"] = [
  {
    from: "multi-region",
    to: "single-region",
    text: "By itself no reason to move a running database: choose single-region for the next one.",
  },
  {
    from: "provider-managed",
    to: "provider-owned",
    text: "Saves requests only, and takes the record of the key's use away.",
  },
];

/** Where what there is to consider is explained. */
export const considerations: AdviceData["considerations"] = {
  "separate-storage":
    "https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/",
  "shared-by-databases": `${KMS}/multi-region-keys-overview.html`,
  "unused-key-set": "https://aws.amazon.com/kms/pricing/",
  "unused-regions": "https://aws.amazon.com/kms/pricing/",
  "no-key-for-clients":
    "https://aws.amazon.com/blogs/database/choose-the-right-type-of-aws-kms-key-to-encrypt-amazon-rds-and-aurora-global-database/",
};
