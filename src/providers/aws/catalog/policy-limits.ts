import type { MaximumLimit } from "../../../model/provider-catalog";

const IAM_QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

/** Bounds of policies. */
export const policyLimits = {
  keyPolicyBytes: {
    maximum: 32_768,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
  },
  /** Of a managed policy, white space not counted. */
  identityPolicyCharacters: { maximum: 6144, source: IAM_QUOTAS },
  /** Managed policies that a role takes, until its account asks for more. */
  policiesOfRole: { maximum: 10, source: IAM_QUOTAS },
} as const satisfies Readonly<Record<string, MaximumLimit>>;
