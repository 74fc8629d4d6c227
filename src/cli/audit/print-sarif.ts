import type { CheckOutcome, CheckSeverity, PolicyCheck } from "../../providers/policy-check";
import { version } from "../version";
import { placeOf, type AuditedDeployment } from "./audited-deployment";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

const LEVELS: Readonly<Record<CheckSeverity, "error" | "warning" | "note">> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  unrated: "warning",
};

/**
 * Audits in the format of static analysis results: what passes is of kind `pass`, what is skipped is a suppressed
 * result with its reason as the justification.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */
export function printAuditSarif(audits: readonly AuditedDeployment[]): string {
  const outcomes = audits.flatMap((audit) => audit.outcomes);
  const rules = [...new Map(outcomes.map(({ check }) => [check.id, check])).values()];
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = {
    name: "keyspan",
    version,
    informationUri: "https://github.com/keyspan/keyspan",
    rules: rules.map(toRule),
  };
  const results = audits.flatMap((audit) =>
    audit.outcomes.map((outcome) => ({
      ruleId: outcome.check.id,
      ruleIndex: indexOf.get(outcome.check.id),
      ...toResult(outcome, audit),
    })),
  );
  const log = { $schema: SCHEMA, version: "2.1.0", runs: [{ tool: { driver }, results }] };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toRule({ id, tool, severity, title, link }: PolicyCheck): unknown {
  return {
    id,
    shortDescription: { text: title },
    helpUri: link,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tool, severity, tags: [tool] },
  };
}

function toResult(outcome: CheckOutcome, { spec }: AuditedDeployment): object {
  const isPassed = outcome.status === "passed";
  const fullyQualifiedName =
    outcome.address === undefined ? outcome.stack : `${outcome.stack}/${outcome.address}`;
  return {
    kind: isPassed ? "pass" : "fail",
    level: isPassed ? "none" : LEVELS[outcome.check.severity],
    message: { text: `${placeOf(outcome)}: ${messageOf(outcome)}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(spec) } },
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

/** A path as a relative reference of a URI, with forward slashes. */
function uriOf(spec: string): string {
  if (spec === "-") return "stdin";
  return spec.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
