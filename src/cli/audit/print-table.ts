import { sortedUnique } from "../../base/ordering";
import { counted, wrap } from "../../base/text";
import type { PolicyCheck, SkipCause } from "../../providers/policy-check";
import { placeOf, type AuditedDeployment } from "./audited-deployment";
import { SKIP_CAUSES } from "./skip-causes";
import { groupOutcomes, type OutcomeGroup, type SkippedGroup } from "./group-outcomes";

const WIDTH = 80;

/** The audit for people, at 80 columns: what fails, then what is skipped and why, then what passes. */
export function printAuditTable({ name, outcomes }: AuditedDeployment): string {
  const { failed, skipped, passed } = groupOutcomes(outcomes);
  const checks = new Set(outcomes.map(({ check }) => check.id)).size;
  const skipping = new Set(skipped.flatMap(({ groups }) => groups.map(({ check }) => check.id))).size;
  const lines = [
    `${name}: ${counted(checks, "check")}, ${passed.length} passed, ${skipping} skipped, ${failed.length} failed`,
    ...section("failed", failed.flatMap(printFailed)),
    ...causes(skipped).flatMap((cause) =>
      section(
        `skipped: ${SKIP_CAUSES[cause]}`,
        skipped.filter((group) => group.cause === cause).flatMap(printSkipped),
      ),
    ),
    ...section("passed", printPassed(passed)),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines];
}

function causes(skipped: readonly SkippedGroup[]): readonly SkipCause[] {
  const order: readonly SkipCause[] = ["provider", "design", "spec"];
  return order.filter((cause) => skipped.some((group) => group.cause === cause));
}

function printFailed({ check, outcomes }: OutcomeGroup): string[] {
  return [
    ...wrap(`${check.title} (${check.tool}, ${check.severity})`, `  ${check.id}  `, WIDTH),
    ...outcomes.map((outcome) => `    ${placeOf(outcome)}`),
  ];
}

function printSkipped({ reason, groups }: SkippedGroup): string[] {
  const checks = groups.map(({ check, outcomes }) => `${check.id}\u00a0(${outcomes.length})`);
  return [...wrap(reason, "  ", WIDTH), ...wrap(checks.join(", "), "    ", WIDTH)].map((line) =>
    line.replaceAll("\u00a0", " "),
  );
}

function printPassed(passed: readonly OutcomeGroup[]): string[] {
  const ofTool = (tool: string) =>
    passed.filter(({ check }) => check.tool === tool).map(({ check }: { check: PolicyCheck }) => check.id);
  return sortedUnique(passed.map(({ check }) => check.tool)).flatMap((tool) =>
    wrap(ofTool(tool).join(" "), `  ${tool.padEnd(14)}`, WIDTH),
  );
}
