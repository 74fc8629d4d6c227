import type { SpecPath } from "./spec-node";

/** A path as people write it: `databases.ledger.regions.eu-west-1`, `accept[0]`; the empty path is "the document". */
export function pathText(path: SpecPath): string {
  if (path.length === 0) return "the document";
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join("");
}
