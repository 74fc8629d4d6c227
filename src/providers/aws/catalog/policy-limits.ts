import type { MaximumLimit } from "../../../model/provider-catalog";

/** Bounds of key policies. */
export const policyLimits: Readonly<Record<"keyPolicyBytes", MaximumLimit>> = {
  keyPolicyBytes: {
    maximum: 32_768,
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html",
  },
};
