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

/** Names are a user's: no record, which would know `constructor`. */
type ByName = ReadonlyMap<string, Unoffered>;

function everyOf(unoffered: Unoffered, names: readonly string[]): readonly (readonly [string, Unoffered])[] {
  return names.map((name) => [name, unoffered]);
}

const OF_MEMBERS: ByName = new Map([
  ...everyOf(ENCRYPTED, ["storageEncrypted", "encrypted", "encryption"]),
  ...everyOf(KEY_OF_REGION, ["kmsKeyId", "kmsKeyArn", "kmsKey"]),
  ...everyOf(SOURCE, ["replicationSourceIdentifier", "replicateSourceDb", "sourceRegion"]),
]);

/** Fields that Terraform and the provider's API have, by the place where people write them. */
const FIELDS: ReadonlyMap<string, ByName> = new Map([
  [
    "keys.*",
    new Map([
      ...everyOf(KEY_STORE, ["customKeyStoreId", "customKeyStore", "cloudHsmClusterId", "xksKeyId", "xks"]),
      ...everyOf(
        {
          reason: "it would have KMS take a policy that locks everybody out of the key",
          instead: "remove it",
        },
        ["bypassPolicyLockoutSafetyCheck"],
      ),
      ...everyOf(
        {
          reason: "the strategy of a key set says it",
          instead: 'write strategy "multi-region" or "single-region"',
        },
        ["multiRegion"],
      ),
    ]),
  ],
  [
    "databases.*",
    new Map([
      ...OF_MEMBERS,
      ...everyOf({ reason: "it follows from engine and topology", instead: "remove it" }, ["engineMode"]),
    ]),
  ],
  ["databases.*.regions.*", OF_MEMBERS],
]);

/** Words of providers, by the place where people write them. */
const WORDS: ReadonlyMap<string, ByName> = new Map([
  [
    "keys.*.origin",
    new Map(
      everyOf(KEY_STORE, [
        ...["AWS_CLOUDHSM", "aws-cloudhsm", "cloudhsm", "custom-key-store"],
        ...["EXTERNAL_KEY_STORE", "external-key-store", "xks"],
      ]),
    ),
  ],
]);

/** What is known of an unknown field at this path. */
export function unofferedField(path: SpecPath): Unoffered | undefined {
  return FIELDS.get(placeOf(path.slice(0, -1)))?.get(String(path.at(-1)));
}

/** What is known of an unknown word at this path. */
export function unofferedWord(path: SpecPath, word: string): Unoffered | undefined {
  return WORDS.get(placeOf(path))?.get(word);
}

/** Names of key sets, databases and Regions are any. */
function placeOf(path: SpecPath): string {
  return path.map((step, index) => (index % 2 === 0 ? step : "*")).join(".");
}
