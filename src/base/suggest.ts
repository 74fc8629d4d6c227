import { distance } from "fastest-levenshtein";
import { compareText } from "./ordering";

/** The known word that the given one most likely means; none when nothing is near enough. */
export function suggest(given: string, known: readonly string[]): string | undefined {
  const wanted = simplify(given);
  const ranked = known
    .map((word) => ({ word, far: distance(wanted, simplify(word)) }))
    .sort((a, b) => a.far - b.far || compareText(a.word, b.word));
  const best = ranked[0];
  return best !== undefined && best.far <= Math.max(1, Math.floor(wanted.length / 3)) ? best.word : undefined;
}

/** `deletion_window_days`, `deletion-window-days` and `deletionWindowDays` are the same word to a hurried writer. */
function simplify(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, "").slice(0, 64);
}
