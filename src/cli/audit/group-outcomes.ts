import { groupBy } from "../../base/group-by";
import type { CheckOutcome, PolicyCheck, SkipCause } from "../../providers/policy-check";

/** What became of a check on one or more resources, for the same reason. */
export interface OutcomeGroup {
  readonly check: PolicyCheck;
  readonly outcomes: readonly CheckOutcome[];
}

/** Checks that are skipped for the same reason. */
export interface SkippedGroup {
  readonly cause: SkipCause;
  readonly reason: string;
  readonly groups: readonly OutcomeGroup[];
}

/** The outcomes of a deployment, each check once in each of the lists that it belongs to. */
export interface GroupedOutcomes {
  readonly failed: readonly OutcomeGroup[];
  readonly skipped: readonly SkippedGroup[];
  /** Checks that pass on every resource that they apply to. */
  readonly passed: readonly OutcomeGroup[];
}

/** Groups the outcomes of a deployment, in the order of the checks. */
export function groupOutcomes(outcomes: readonly CheckOutcome[]): GroupedOutcomes {
  return {
    failed: byCheck(outcomes.filter(({ status }) => status === "failed")),
    skipped: byReason(outcomes.filter((outcome) => outcome.status === "skipped")),
    passed: byCheck(outcomes).filter(({ outcomes: all }) => all.every(({ status }) => status === "passed")),
  };
}

function byCheck(outcomes: readonly CheckOutcome[]): readonly OutcomeGroup[] {
  return [...groupBy(outcomes, ({ check }) => check)].map(([check, ofCheck]) => ({
    check,
    outcomes: ofCheck,
  }));
}

type SkippedOutcome = Extract<CheckOutcome, { status: "skipped" }>;

function byReason(outcomes: readonly SkippedOutcome[]): readonly SkippedGroup[] {
  return [...groupBy(outcomes, ({ reason }) => reason)].flatMap(([reason, ofReason]) =>
    [...groupBy(ofReason, ({ cause }) => cause)].map(([cause, ofCause]) => ({
      cause,
      reason,
      groups: byCheck(ofCause),
    })),
  );
}
