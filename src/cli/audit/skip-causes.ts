import type { SkipCause } from "../../providers/policy-check";

/** Who decided that a check is skipped, as people are told. */
export const SKIP_CAUSES: Readonly<Record<SkipCause, string>> = {
  provider: "the provider allows nothing else",
  design: "by design",
  spec: "the spec chose so",
};
