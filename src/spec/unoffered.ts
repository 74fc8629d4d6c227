import { everyOf, knownAt, type ByPlace } from "./by-place";
import type { SpecPath } from "./spec-node";

/** Why the language lacks a field or a word that people look for, and what there is instead. */
export interface Unoffered {
  readonly reason: string;
  readonly instead: string;
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/key-store-overview.html */
const KEY_STORE: Unoffered = {
  reason:
    "keys in CloudHSM or in an external key store are not created: their store must be connected first, which a spec does not say",
  instead: "create such a key in each Region by yourself, and name it: strategy existing, with arns",
};
const ENCRYPTED: Unoffered = {
  reason: "every database is encrypted in every Region",
  instead: "remove it, and name a key set under key",
};
const KEY_OF_REGION: Unoffered = {
  reason: "a database is encrypted with the keys of a key set, in each Region with that Region's own",
  instead: "write key with the name of a key set; keys that stand already are one with strategy existing",
};
const SOURCE: Unoffered = {
  reason: "which member replicates which follows from topology and primaryRegion",
  instead: "remove it",
};

const POLICY_SAFETY: Unoffered = {
  reason: "it would have KMS take a policy that locks everybody out of the key",
  instead: "remove it",
};
const STRATEGY: Unoffered = {
  reason: "the strategy of a key set says it",
  instead: 'write strategy "multi-region" or "single-region"',
};

const OF_MEMBERS = {
  ...everyOf(ENCRYPTED, ["storageEncrypted", "encrypted", "encryption"]),
  ...everyOf(KEY_OF_REGION, ["kmsKeyId", "kmsKeyArn", "kmsKey"]),
  ...everyOf(SOURCE, ["replicationSourceIdentifier", "replicateSourceDb", "sourceRegion"]),
};

/** Fields that Terraform and the provider's API have. */
const FIELDS: ByPlace<Unoffered> = {
  "keys.*": {
    ...everyOf(KEY_STORE, ["customKeyStoreId", "customKeyStore", "cloudHsmClusterId", "xksKeyId", "xks"]),
    bypassPolicyLockoutSafetyCheck: POLICY_SAFETY,
    multiRegion: STRATEGY,
  },
  "databases.*": {
    ...OF_MEMBERS,
    engineMode: { reason: "it follows from engine and topology", instead: "remove it" },
  },
  "databases.*.regions.*": OF_MEMBERS,
};

/** Words of providers. */
const WORDS: ByPlace<Unoffered> = {
  "keys.*.origin": everyOf(KEY_STORE, [
    ...["AWS_CLOUDHSM", "aws-cloudhsm", "cloudhsm", "custom-key-store"],
    ...["EXTERNAL_KEY_STORE", "external-key-store", "xks"],
  ]),
};

/** What is known of an unknown field at this path. */
export function unofferedField(path: SpecPath): Unoffered | undefined {
  return knownAt(FIELDS, path.slice(0, -1), String(path.at(-1)));
}

/** What is known of an unknown word at this path. */
export function unofferedWord(path: SpecPath, word: string): Unoffered | undefined {
  return knownAt(WORDS, path, word);
}
