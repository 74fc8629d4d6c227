import type { MaximumLimit } from "../../../model/provider-catalog";

const TAGS = "https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html";

/** Bounds of tags, the same in KMS, RDS, IAM and CloudWatch Logs. */
export const tagLimits: Readonly<Record<"perResource" | "keyLength" | "valueLength", MaximumLimit>> = {
  perResource: { maximum: 50, source: TAGS },
  keyLength: { maximum: 128, source: TAGS },
  valueLength: { maximum: 256, source: TAGS },
};
