import type { KeySet } from "../../model/key";
import { keySpecs } from "./catalog/key-specs";

/**
 * What administrators may do: everything about the key but use it. Deliberately without kms:CreateGrant,
 * which would let them give use away (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).
 */
const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:GetKeyPolicy",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

/** Rotation, of which only symmetric encryption keys have any. */
const ROTATION = [
  "kms:DisableKeyRotation",
  "kms:EnableKeyRotation",
  "kms:GetKeyRotationStatus",
  "kms:ListKeyRotations",
  "kms:RotateKeyOnDemand",
];

/** What administrators of an imported key do beside that. */
export const IMPORT_MATERIAL = [
  "kms:DeleteImportedKeyMaterial",
  "kms:GetParametersForImport",
  "kms:ImportKeyMaterial",
];

/** Use of a symmetric encryption key. */
export const CRYPTOGRAPHY = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** The actions of administrators of a key of this spec. */
export function administratorActions(spec: string): readonly string[] {
  const isSymmetric = keySpecs.get(spec)?.isSymmetricEncryption === true;
  // Reading whether a key rotates is asked of every key by Terraform.
  return [...ADMINISTRATION, ...(isSymmetric ? ROTATION : ["kms:GetKeyRotationStatus"])];
}

/** The actions of those who use a key directly; none where its purposes have no direct use. */
export function directUseActions({ purposes, spec, usage }: KeySet): readonly string[] {
  const hasDirectUse = purposes.some((purpose) =>
    ["client-side-encryption", "signing", "mac"].includes(purpose),
  );
  if (!hasDirectUse) return [];
  const isSymmetric = keySpecs.get(spec)?.isSymmetricEncryption === true;
  switch (usage) {
    case "ENCRYPT_DECRYPT":
      return isSymmetric
        ? [...CRYPTOGRAPHY, "kms:DescribeKey"]
        : ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GetPublicKey", "kms:ReEncrypt*"];
    case "SIGN_VERIFY":
      return ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:Verify"];
    case "GENERATE_VERIFY_MAC":
      return ["kms:DescribeKey", "kms:GenerateMac", "kms:VerifyMac"];
    case "KEY_AGREEMENT":
      return ["kms:DeriveSharedSecret", "kms:DescribeKey", "kms:GetPublicKey"];
    case undefined:
      return [];
  }
}
