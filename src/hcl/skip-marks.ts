import { oneLine } from "../base/text";
import type { SkippedCheck } from "../terraform/program";
import type { HclBlock } from "./document";

/**
 * The comments by which scanners skip a check, with the reason. checkov looks inside the block, trivy on the lines
 * directly above it, where whatever follows the identifier is text.
 * https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html,
 * https://trivy.dev/latest/docs/scanner/misconfiguration/
 */
export function skipMarks(skipped: readonly SkippedCheck[]): Pick<HclBlock, "marksAbove" | "marksInside"> {
  const of = (tool: SkippedCheck["tool"], print: (check: SkippedCheck, reason: string) => string) =>
    skipped.filter((check) => check.tool === tool).map((check) => print(check, oneLine(check.reason)));
  return {
    marksAbove: of("trivy", ({ id }, reason) => `trivy:ignore:${id} ${reason}`),
    marksInside: of("checkov", ({ id }, reason) => `checkov:skip=${id}:${reason}`),
  };
}
