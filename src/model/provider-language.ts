/*
 * The language has the words of every provider. What of it one provider does not have is data of its catalog: a
 * spec that says it is refused at that place, with what to write instead.
 */

/** A field, or some words of a field, that a provider does not have. */
export interface LanguageGap {
  /** Steps from the top of the spec; `*` stands for any name and for any place of a list. */
  readonly path: readonly string[];
  /** The words that it does not have; undefined: the field itself. */
  readonly words?: readonly string[];
  /** Why not: a clause after "because". */
  readonly reason: string;
  /** What to write instead: one imperative sentence, lower case, no full stop. */
  readonly instead: string;
}

/** Whether a gap is about a place of a spec, or about something below it. */
export function isGapAt({ path }: LanguageGap, place: readonly (string | number)[]): boolean {
  return (
    path.length === place.length && path.every((step, index) => step === "*" || step === String(place[index]))
  );
}

/** Gaps at several places for one reason: paths with `.` between their steps. */
export function gaps(
  paths: readonly string[],
  reason: string,
  instead: string,
  words?: readonly string[],
): readonly LanguageGap[] {
  return paths.map((path) => ({
    path: path.split("."),
    reason,
    instead,
    ...(words === undefined ? {} : { words }),
  }));
}
