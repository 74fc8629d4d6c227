import type { KeyUsage } from "../../../model/key";
import type { KeySpecFacts } from "../../../model/provider-catalog";

/*
 * Key specs, their usages and the grant operations of each:
 * https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html and
 * https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateGrant.html.
 */

const EVERY_KEY = ["CreateGrant", "DescribeKey", "RetireGrant"];
const OPERATIONS: Readonly<Record<KeyUsage, readonly string[]>> = {
  ENCRYPT_DECRYPT: ["Decrypt", "Encrypt", "ReEncryptFrom", "ReEncryptTo"],
  SIGN_VERIFY: ["Sign", "Verify"],
  GENERATE_VERIFY_MAC: ["GenerateMac", "VerifyMac"],
  KEY_AGREEMENT: ["DeriveSharedSecret"],
};
const DATA_KEYS = [
  "GenerateDataKey",
  "GenerateDataKeyPair",
  "GenerateDataKeyPairWithoutPlaintext",
  "GenerateDataKeyWithoutPlaintext",
];

function symmetric(): KeySpecFacts {
  return {
    usages: ["ENCRYPT_DECRYPT"],
    isSymmetricEncryption: true,
    grantOperations: (usage) => [...OPERATIONS[usage], ...DATA_KEYS, ...EVERY_KEY],
    partition: undefined,
  };
}

function asymmetric(usages: readonly KeyUsage[], partition?: string): KeySpecFacts {
  return {
    usages,
    isSymmetricEncryption: false,
    grantOperations: (usage) => [...OPERATIONS[usage], "GetPublicKey", ...EVERY_KEY],
    partition,
  };
}

function mac(): KeySpecFacts {
  return {
    usages: ["GENERATE_VERIFY_MAC"],
    isSymmetricEncryption: false,
    grantOperations: (usage) => [...OPERATIONS[usage], ...EVERY_KEY],
    partition: undefined,
  };
}

/** Specs by name, as KMS writes them. */
export const keySpecs: ReadonlyMap<string, KeySpecFacts> = new Map([
  ["SYMMETRIC_DEFAULT", symmetric()],
  ["RSA_2048", asymmetric(["ENCRYPT_DECRYPT", "SIGN_VERIFY"])],
  ["RSA_3072", asymmetric(["ENCRYPT_DECRYPT", "SIGN_VERIFY"])],
  ["RSA_4096", asymmetric(["ENCRYPT_DECRYPT", "SIGN_VERIFY"])],
  ["ECC_NIST_P256", asymmetric(["SIGN_VERIFY", "KEY_AGREEMENT"])],
  ["ECC_NIST_P384", asymmetric(["SIGN_VERIFY", "KEY_AGREEMENT"])],
  ["ECC_NIST_P521", asymmetric(["SIGN_VERIFY", "KEY_AGREEMENT"])],
  ["ECC_SECG_P256K1", asymmetric(["SIGN_VERIFY"])],
  ["ECC_NIST_EDWARDS25519", asymmetric(["SIGN_VERIFY"])],
  ["ML_DSA_44", asymmetric(["SIGN_VERIFY"])],
  ["ML_DSA_65", asymmetric(["SIGN_VERIFY"])],
  ["ML_DSA_87", asymmetric(["SIGN_VERIFY"])],
  ["SM2", asymmetric(["ENCRYPT_DECRYPT", "SIGN_VERIFY", "KEY_AGREEMENT"], "aws-cn")],
  ["HMAC_224", mac()],
  ["HMAC_256", mac()],
  ["HMAC_384", mac()],
  ["HMAC_512", mac()],
]);

/** Specs that the provider knows from version 6 on. */
export const specsOfProvider6: ReadonlySet<string> = new Set([
  "ECC_NIST_EDWARDS25519",
  "ML_DSA_44",
  "ML_DSA_65",
  "ML_DSA_87",
]);
