import { printSarif, sarifUri, type SarifLevel, type SarifResult, type SarifRule } from "../../base/sarif";
import type { CheckOutcome, CheckSeverity, PolicyCheck } from "../../providers/policy-check";
import { version } from "../version";
import { placeOf, type AuditedDeployment } from "./audited-deployment";

const LEVELS: Readonly<Record<CheckSeverity, SarifLevel>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  unrated: "warning",
};

/**
 * Audits in the format of static analysis results: what passes is of kind `pass`, what is skipped is a suppressed
 * result with its reason as the justification.
 */
export function printAuditSarif(audits: readonly AuditedDeployment[]): string {
  const outcomes = audits.flatMap((audit) => audit.outcomes);
  const checks = new Map(outcomes.map(({ check }) => [check.id, check]));
  const results = audits.flatMap((audit) => audit.outcomes.map((outcome) => toResult(outcome, audit)));
  return printSarif(version, [...checks.values()].map(toRule), results);
}

function toRule({ id, tool, severity, title, link }: PolicyCheck): SarifRule {
  return {
    id,
    shortDescription: { text: title },
    helpUri: link,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tool, severity, tags: [tool] },
  };
}

function toResult(outcome: CheckOutcome, { spec }: AuditedDeployment): SarifResult {
  const isPassed = outcome.status === "passed";
  const fullyQualifiedName =
    outcome.address === undefined ? outcome.stack : `${outcome.stack}/${outcome.address}`;
  return {
    ruleId: outcome.check.id,
    kind: isPassed ? "pass" : "fail",
    level: isPassed ? "none" : LEVELS[outcome.check.severity],
    message: { text: `${placeOf(outcome)}: ${messageOf(outcome)}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: sarifUri(spec) } },
        logicalLocations: [
          { fullyQualifiedName, kind: outcome.address === undefined ? "module" : "resource" },
        ],
      },
    ],
    ...(outcome.status === "skipped"
      ? { suppressions: [{ kind: "inSource", status: "accepted", justification: outcome.reason }] }
      : {}),
  };
}

function messageOf(outcome: CheckOutcome): string {
  switch (outcome.status) {
    case "passed":
      return "passed";
    case "failed":
      return `failed: ${outcome.check.title}`;
    case "skipped":
      return `skipped: ${outcome.reason}`;
  }
}
