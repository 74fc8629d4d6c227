import {
  isKeptOutside,
  KEY_PROTECTIONS,
  type KeyProtection,
  type KeyPurpose,
  type KeyUsage,
} from "../../../model/key";
import type { KeySpecFacts } from "../../../model/provider-catalog";

/* Algorithms and their purposes: https://cloud.google.com/kms/docs/algorithms. */

/** The algorithm of keys that Google's services use. */
export const SYMMETRIC = "GOOGLE_SYMMETRIC_ENCRYPTION";
/** That of keys which a key manager outside keeps: https://cloud.google.com/kms/docs/create-ekm-vpc-key. */
export const EXTERNAL_SYMMETRIC = "EXTERNAL_SYMMETRIC_ENCRYPTION";

const SIGNING = [
  ...["EC_SIGN_P256_SHA256", "EC_SIGN_P384_SHA384", "EC_SIGN_SECP256K1_SHA256", "EC_SIGN_ED25519"],
  ...["RSA_SIGN_PSS_2048_SHA256", "RSA_SIGN_PSS_3072_SHA256", "RSA_SIGN_PSS_4096_SHA256"],
  ...["RSA_SIGN_PSS_4096_SHA512", "RSA_SIGN_PKCS1_2048_SHA256", "RSA_SIGN_PKCS1_3072_SHA256"],
  ...["RSA_SIGN_PKCS1_4096_SHA256", "RSA_SIGN_PKCS1_4096_SHA512"],
];
const DECRYPTION = [
  ...["RSA_DECRYPT_OAEP_2048_SHA256", "RSA_DECRYPT_OAEP_3072_SHA256"],
  ...["RSA_DECRYPT_OAEP_4096_SHA256", "RSA_DECRYPT_OAEP_4096_SHA512"],
];
const MAC = ["HMAC_SHA1", "HMAC_SHA224", "HMAC_SHA256", "HMAC_SHA384", "HMAC_SHA512"];

function facts(usage: KeyUsage, isSymmetricEncryption: boolean): KeySpecFacts {
  return { usages: [usage], isSymmetricEncryption, grantOperations: () => [], partition: undefined };
}

/** Key specs by name: the algorithms of key versions, as Cloud KMS writes them. */
export const keySpecs: ReadonlyMap<string, KeySpecFacts> = new Map([
  [SYMMETRIC, facts("ENCRYPT_DECRYPT", true)],
  ...SIGNING.map((name) => [name, facts("SIGN_VERIFY", false)] as const),
  ...DECRYPTION.map((name) => [name, facts("ENCRYPT_DECRYPT", false)] as const),
  ...MAC.map((name) => [name, facts("GENERATE_VERIFY_MAC", false)] as const),
]);

/** The protections that a key of a spec can have: a key manager outside only encrypts and signs. */
export function protectionsOf(spec: string): readonly KeyProtection[] {
  // "This curve is only supported for HSM protection level", says the API.
  if (spec === "EC_SIGN_SECP256K1_SHA256") return ["hsm"];
  const isForOutside = spec === SYMMETRIC || SIGNING.includes(spec);
  return KEY_PROTECTIONS.filter((one) => isForOutside || !isKeptOutside(one));
}

/** The protection level of a key, as Cloud KMS writes it. */
export function protectionLevel(protection: KeyProtection): string {
  return protection.replace("-", "_").toUpperCase();
}

/** The purpose of a key in Cloud KMS: a key has one. */
export type CryptoKeyPurpose = "ENCRYPT_DECRYPT" | "ASYMMETRIC_SIGN" | "ASYMMETRIC_DECRYPT" | "MAC";

/** The purpose that a key spec belongs to. */
export function cryptoKeyPurpose(spec: string): CryptoKeyPurpose {
  if (MAC.includes(spec)) return "MAC";
  if (SIGNING.includes(spec)) return "ASYMMETRIC_SIGN";
  return DECRYPTION.includes(spec) ? "ASYMMETRIC_DECRYPT" : "ENCRYPT_DECRYPT";
}

const USAGE_OF_PURPOSE: Readonly<Record<KeyPurpose, KeyUsage>> = {
  database: "ENCRYPT_DECRYPT",
  "client-side-encryption": "ENCRYPT_DECRYPT",
  secrets: "ENCRYPT_DECRYPT",
  logs: "ENCRYPT_DECRYPT",
  signing: "SIGN_VERIFY",
  mac: "GENERATE_VERIFY_MAC",
};

/** The usage that a purpose asks of a key. */
export function usageOfPurpose(purpose: KeyPurpose): KeyUsage {
  return USAGE_OF_PURPOSE[purpose];
}
