import type { MonthlyCost } from "../../model/key-cost";

/** A cost for programs; one that has no greatest amount says how much it is after each of two years. */
export function monthJson({
  now,
  afterFirstRotation,
  afterSecondRotation,
  atMost,
  afterOneYear,
  afterTwoYears,
}: MonthlyCost): object {
  const rotated = { now, afterFirstRotation, afterSecondRotation };
  return Number.isFinite(atMost)
    ? { ...rotated, atMost }
    : { ...rotated, atMost: null, afterOneYear, afterTwoYears };
}
