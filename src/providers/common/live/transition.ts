import {
  isLate,
  isRecord,
  type ResourceTransition,
  type ReviewValue,
} from "../../../terraform/live-behaviour";

/** Reads the two sides of a resource; an argument of a nested block is `block.argument`. */
export interface Sides {
  readonly type: string;
  readonly before: (argument: string) => ReviewValue | undefined;
  readonly after: (argument: string) => ReviewValue | undefined;
  /** Whether the resource stands before and after, the same or replaced. */
  readonly stays: boolean;
  /** Whether an argument goes from one value to another. */
  readonly turns: (argument: string, from: ReviewValue, to: ReviewValue) => boolean;
  readonly differs: (argument: string) => boolean;
}

/** The two sides of a resource; `fallback` gives what an argument is when it is left out. */
export function sidesOf(
  { before, after }: ResourceTransition,
  fallback: Readonly<Record<string, ReviewValue>> = {},
): Sides {
  const valueOf = (side: typeof before, argument: string) =>
    valueAt(side?.arguments, argument) ?? fallback[argument];
  const old = (argument: string) => valueOf(before, argument);
  const now = (argument: string) => valueOf(after, argument);
  const stays = before !== undefined && after !== undefined;
  return {
    type: (after ?? before)?.type ?? "",
    before: old,
    after: now,
    stays,
    turns: (argument, from, to) => stays && old(argument) === from && now(argument) === to,
    differs: (argument) => stays && textOf(old(argument)) !== textOf(now(argument)),
  };
}

/** A value in a sentence. */
export function textOf(value: ReviewValue | undefined): string {
  if (value === undefined || value === null) return "none";
  if (isLate(value)) {
    const text = value.text.replace(/^\$\{(.*)\}$/, "$1");
    return value.causes.length === 0 ? text : `${text} (new)`;
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The texts of a list. */
export function textsOf(value: ReviewValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly ReviewValue[]).map(textOf) : [];
}

/** The value of an argument, or of one in nested blocks that are given once. */
export function valueAt(value: ReviewValue | undefined, path: string): ReviewValue | undefined {
  return path.split(".").reduce<ReviewValue | undefined>((current, step) => {
    const one = Array.isArray(current) ? (current as readonly ReviewValue[])[0] : current;
    return isRecord(one) ? one[step] : undefined;
  }, value);
}
