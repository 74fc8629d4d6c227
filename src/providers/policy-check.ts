/** How bad it is when a check fails, in the words of its tool; `unrated` where the tool gives none. */
export type CheckSeverity = "critical" | "high" | "medium" | "low" | "unrated";

/** A check of a scanner, a linter or a posture service, or one of our own. */
export interface PolicyCheck {
  /** The tool's own, such as `CKV_AWS_326`. */
  readonly id: string;
  readonly tool: string;
  readonly severity: CheckSeverity;
  /** What holds when it passes, or what the tool calls it. */
  readonly title: string;
  readonly link: string;
  /** The resource types that it looks at; none for a check of a whole root module. */
  readonly resourceTypes: readonly string[];
}

/** Who decided that a check does not hold: the provider allows nothing else, keyspan, or the spec. */
export type SkipCause = "provider" | "design" | "spec";

/** What a check says of one resource, or of one root module. */
export type CheckOutcome = {
  readonly check: PolicyCheck;
  /** Name of the stack. */
  readonly stack: string;
  /** Address of the resource; undefined for the root module as a whole. */
  readonly address: string | undefined;
} & (
  | { readonly status: "passed" }
  | { readonly status: "failed" }
  | { readonly status: "skipped"; readonly cause: SkipCause; readonly reason: string }
);
