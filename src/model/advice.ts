import type { KeyStrategy } from "./key";

/** What decides for one key strategy or another: read from a spec, or told by its owner. */
export const NEEDS = [
  "central-account",
  "standing-keys",
  "own-material",
  "portable-ciphertext",
  "portable-signatures",
  "residency",
  "blast-radius",
  "lowest-cost",
  "use-in-one-region",
  "disaster-recovery",
  "storage",
  "snapshot-sharing",
  "custom-rotation",
  "own-policy",
] as const;

/** One of {@link NEEDS}. */
export type Need = (typeof NEEDS)[number];

/** Needs that a spec cannot say, or not before it is written: people tell them. */
export const TOLD_NEEDS = [
  "portable-ciphertext",
  "snapshot-sharing",
  "residency",
  "custom-rotation",
  "own-material",
  "central-account",
  "blast-radius",
  "lowest-cost",
] as const satisfies readonly Need[];

/** One of {@link TOLD_NEEDS}. */
export type ToldNeed = (typeof TOLD_NEEDS)[number];

/**
 * A row of the provider's decision table. Rows stand in the order in which they decide: the first one that a key set
 * has, and whose strategy is possible, names the strategy.
 */
export interface Decision {
  readonly need: Need;
  /** What is wanted, in the words of whoever wants it. */
  readonly requirement: string;
  /** The same in a few words, for a list. */
  readonly short: string;
  /** A wish gives way to what must be. */
  readonly force: "must" | "wish";
  /** What fits, the best first. */
  readonly best: readonly KeyStrategy[];
  /** Every strategy that meets the need, well or not. */
  readonly meets: readonly KeyStrategy[];
  /** What keys that stand already must be to each other. */
  readonly ofExistingKeys?: "related" | "unrelated";
  /** Sentences. */
  readonly why: string;
  /** What to do beside choosing the strategy; a sentence. */
  readonly how?: string;
  readonly source: string;
}

/** What a strategy brings with it. */
export interface StrategyFacts {
  readonly risks: readonly string[];
  readonly rulesOut: readonly string[];
  readonly source: string;
}

/** Two needs that no one key set can meet, and what to do about it. */
export interface NeedConflict {
  readonly needs: readonly [Need, Need];
  readonly advice: string;
  readonly source: string;
}

/** What is encrypted or signed by the keys that are to be left. */
export type KeyedData = "storage" | "ciphertext" | "signatures";

/** Things to think about that no strategy decides. */
export type ConsiderationId =
  "separate-storage" | "shared-by-databases" | "unused-key-set" | "unused-regions" | "no-key-for-clients";

/** Everything that a provider says to those who choose a key strategy. */
export interface AdviceData {
  readonly decisions: readonly Decision[];
  /** Of the strategies that the provider has. */
  readonly strategies: Readonly<Partial<Record<KeyStrategy, StrategyFacts>>>;
  readonly conflicts: readonly NeedConflict[];
  /** How to leave keys, step by step. */
  readonly migrations: Readonly<Record<KeyedData, readonly string[]>>;
  /** Whether a move is worth its while, where that is not plain. */
  readonly moves: readonly { readonly from: KeyStrategy; readonly to: KeyStrategy; readonly text: string }[];
  readonly considerations: Readonly<Record<ConsiderationId, string>>;
}
