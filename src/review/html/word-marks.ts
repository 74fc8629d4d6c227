import type { LineToken, TokenKind } from "./highlight";
import type { PageLibraries } from "./libraries";

/** A piece of a line, and whether the other side has something else there. */
export interface MarkedToken {
  readonly text: string;
  readonly kind: TokenKind;
  readonly isMarked: boolean;
}

/** Part of a line, by offsets; `end` is not in it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const LONGEST_LINE = 2000;
/** Lines that have less than this in common are marked as a whole, not word by word. */
const LEAST_IN_COMMON = 0.3;

/** What differs in two lines that stand beside each other: nothing is marked where most does. */
export function wordMarks(
  before: string,
  after: string,
  { diffWordsWithSpace }: PageLibraries["diff"],
): { readonly before: readonly Span[]; readonly after: readonly Span[] } {
  const none = { before: [], after: [] };
  const longest = Math.max(before.length, after.length);
  if (longest > LONGEST_LINE) return none;
  const marks: { before: Span[]; after: Span[] } = { before: [], after: [] };
  let [old, now, common] = [0, 0, 0];
  for (const { value, added, removed } of diffWordsWithSpace(before, after)) {
    if (removed) marks.before.push({ start: old, end: old + value.length });
    if (added) marks.after.push({ start: now, end: now + value.length });
    if (!added && !removed) common += value.trim().length;
    if (!added) old += value.length;
    if (!removed) now += value.length;
  }
  return common < longest * LEAST_IN_COMMON ? none : marks;
}

/** The pieces of a line, cut where a mark begins or ends. */
export function markTokens(tokens: readonly LineToken[], spans: readonly Span[]): readonly MarkedToken[] {
  let at = 0;
  return tokens.flatMap(({ text, kind }) => {
    const start = at;
    at += text.length;
    const borders = spans.flatMap((span) => [span.start, span.end]).filter((one) => one > start && one < at);
    const cuts = [start, ...borders, at];
    return cuts.slice(0, -1).map((cut, index): MarkedToken => {
      const end = cuts[index + 1] ?? at;
      const isMarked = spans.some((span) => span.start <= cut && end <= span.end);
      return { text: text.slice(cut - start, end - start), kind, isMarked };
    });
  });
}
