import type { DiagnosticCode } from "../diagnostics/catalog/index";
import type { SpecPath } from "../spec/spec-node";
import { basisOf } from "../diagnostics/catalog/basis";

/**
 * Whether a finding would be a guess, because something that it follows from could not be read.
 *
 * @param path where the finding is reported
 * @param related the other places that it is about
 * @param setAside what could not be read
 */
export function isGuess(
  code: DiagnosticCode,
  path: SpecPath,
  related: readonly SpecPath[],
  setAside: readonly SpecPath[],
): boolean {
  const fields = basisOf(code)?.map((field) => field.split("."));
  const parts = [path, ...related].map(partOf);
  const isOfPart = (place: SpecPath) => parts.some((part) => startsWith(place, part));
  return setAside.some((place) => {
    if (fields === undefined) return isOfPart(place) || startsWith(place, path);
    const isWithin = path.length > partOf(path).length && startsWith(place, path);
    return (
      isWithin || fields.some((field) => overlap(field, place) && (!field.includes("*") || isOfPart(place)))
    );
  });
}

/** Whether a path begins with another. */
export function startsWith(path: SpecPath, prefix: SpecPath): boolean {
  return prefix.length <= path.length && prefix.every((step, index) => step === path[index]);
}

/** The maps of the spec whose entries stand for themselves: a slip in one says nothing of the others. */
const COLLECTIONS = ["keys", "databases", "regions"];

/** The key set, the database, the Region or the block that a place stands in. */
function partOf(path: SpecPath): SpecPath {
  return path.slice(0, COLLECTIONS.includes(String(path[0])) ? 2 : 1);
}

/** Whether one of two places contains the other; `*` and `+` in a field stand for any name. */
function overlap(field: readonly string[], place: SpecPath): boolean {
  return field.every(
    (step, index) => index >= place.length || step === "*" || step === "+" || step === place[index],
  );
}
