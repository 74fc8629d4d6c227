import type { Decision, Need } from "../model/advice";
import type { KeyStrategy } from "../model/key";

/** A decision that gives way, and what it gives way to. */
export interface Unmet {
  readonly decision: Decision;
  /** Undefined: no strategy that is possible here meets it. */
  readonly because: Decision | undefined;
}

/** The strategy that fits, and why. */
export interface Choice {
  readonly strategy: KeyStrategy;
  /** The row that named it. */
  readonly decision: Decision;
  /** The other rows that it meets. */
  readonly also: readonly Decision[];
  readonly unmet: readonly Unmet[];
}

/** What there is to choose from. */
export interface Question {
  readonly needs: ReadonlySet<Need>;
  /** Strategies that what the keys are for allows. */
  readonly possible: readonly KeyStrategy[];
  /** The strategy that is there; it stays where it is as good as another. */
  readonly present: KeyStrategy | undefined;
}

/**
 * Chooses the strategy that meets the needs, by the provider's decision table. Needs are met in the order of the
 * table, what must be before what is wished; one that would leave no strategy is unmet. Undefined when the table has
 * no row for any of the needs.
 */
export function chooseStrategy(question: Question, decisions: readonly Decision[]): Choice | undefined {
  const { needs, possible, present } = question;
  const asked = decisions.filter(({ need }) => needs.has(need));
  const { candidates, unmet } = meetNeeds(asked, possible);
  for (const decision of asked) {
    const fitting = decision.best.filter((strategy) => candidates.includes(strategy));
    const [best] = fitting;
    if (best === undefined) continue;
    const strategy = present !== undefined && fitting.includes(present) ? present : best;
    const also = asked.filter((one) => one !== decision && one.meets.includes(strategy));
    return { strategy, decision, also, unmet };
  }
  return undefined;
}

function meetNeeds(
  asked: readonly Decision[],
  possible: readonly KeyStrategy[],
): { readonly candidates: readonly KeyStrategy[]; readonly unmet: readonly Unmet[] } {
  const inOrder = [
    ...asked.filter(({ force }) => force === "must"),
    ...asked.filter(({ force }) => force === "wish"),
  ];
  const met: Decision[] = [];
  const unmet: Unmet[] = [];
  let candidates = possible;
  for (const decision of inOrder) {
    const remaining = candidates.filter((strategy) => decision.meets.includes(strategy));
    if (remaining.length > 0) {
      candidates = remaining;
      met.push(decision);
    } else {
      unmet.push({ decision, because: met.find((one) => excludes(one, decision, possible)) });
    }
  }
  return { candidates, unmet };
}

function excludes(one: Decision, other: Decision, possible: readonly KeyStrategy[]): boolean {
  return !possible.some((strategy) => one.meets.includes(strategy) && other.meets.includes(strategy));
}
