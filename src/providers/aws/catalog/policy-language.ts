/*
 * Words of the policy language: operators of conditions, and the actions that KMS has.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */

/** Operators that compare with a truth value, and take nothing else. */
const TRUTH = ["Bool", "Null"];

/** The operators of conditions, without the prefixes and the ending that most of them may have. */
export const conditionOperators: readonly string[] = [
  ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
  ...["StringLike", "StringNotLike"],
  ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
  ...["NumericGreaterThan", "NumericGreaterThanEquals"],
  ...["DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals"],
  ...["DateGreaterThan", "DateGreaterThanEquals"],
  ...["BinaryEquals", "IpAddress", "NotIpAddress"],
  ...["ArnEquals", "ArnNotEquals", "ArnLike", "ArnNotLike"],
  ...TRUTH,
];

/** An operator of a condition, taken apart. */
export interface ConditionOperator {
  /** As the list has it; undefined where there is no such operator. */
  readonly name: string | undefined;
  readonly isPattern: boolean;
  readonly isTruth: boolean;
}

/** Takes an operator apart. Letter case is not AWS's concern, and so not ours. */
export function parseOperator(text: string): ConditionOperator {
  const [, base = "", ifExists] = /^(?:ForAllValues:|ForAnyValue:)?(.*?)(IfExists)?$/i.exec(text) ?? [];
  const found = conditionOperators.find((one) => one.toLowerCase() === base.toLowerCase());
  const name = found === "Null" && ifExists !== undefined ? undefined : found;
  return {
    name,
    isPattern: name?.endsWith("Like") === true,
    isTruth: name !== undefined && TRUTH.includes(name),
  };
}

/** What KMS can be asked to do. A newer action may be missing: only what is nearly one of these is a slip. */
export const kmsActions: readonly string[] = [
  ...["CancelKeyDeletion", "ConnectCustomKeyStore", "CreateAlias", "CreateCustomKeyStore", "CreateGrant"],
  ...["CreateKey", "Decrypt", "DeleteAlias", "DeleteCustomKeyStore", "DeleteImportedKeyMaterial"],
  ...["DeriveSharedSecret", "DescribeCustomKeyStores", "DescribeKey", "DisableKey", "DisableKeyRotation"],
  ...["DisconnectCustomKeyStore", "EnableKey", "EnableKeyRotation", "Encrypt", "GenerateDataKey"],
  ...["GenerateDataKeyPair", "GenerateDataKeyPairWithoutPlaintext", "GenerateDataKeyWithoutPlaintext"],
  ...["GenerateMac", "GenerateRandom", "GetKeyPolicy", "GetKeyRotationStatus", "GetParametersForImport"],
  ...["GetPublicKey", "ImportKeyMaterial", "ListAliases", "ListGrants", "ListKeyPolicies"],
  ...["ListKeyRotations", "ListKeys", "ListResourceTags", "ListRetirableGrants", "PutKeyPolicy"],
  ...["ReEncryptFrom", "ReEncryptTo", "ReplicateKey", "RetireGrant", "RevokeGrant", "RotateKeyOnDemand"],
  ...["ScheduleKeyDeletion", "Sign", "SynchronizeMultiRegionKey", "TagResource", "UntagResource"],
  ...["UpdateAlias", "UpdateCustomKeyStore", "UpdateKeyDescription", "UpdatePrimaryRegion", "Verify"],
  "VerifyMac",
];

/** Whether a pattern with `*` and `?` matches a text, in whatever letter case. */
export function matchesPattern(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*/g, ".*")
    .replace(/\?/g, ".");
  return new RegExp(`^${expression}$`, "i").test(text);
}

/** One value or several, as a list; numbers and truth values as the text that AWS compares. */
export function listOf(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) =>
    typeof one === "string" ? one : typeof one === "number" || typeof one === "boolean" ? String(one) : [],
  );
}
