import type { MaximumLimit } from "../../../model/provider-catalog";

const LABELS = "https://cloud.google.com/resource-manager/docs/labels-overview";

/** Limits of labels, which could not be read on their page. */
export const labelLimits = {
  /** Characters of a name or of a value. */
  length: { maximum: 63, source: LABELS },
  perResource: { maximum: 64, source: LABELS },
} satisfies Readonly<Record<string, MaximumLimit>>;
