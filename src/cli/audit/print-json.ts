import type { CheckOutcome, PolicyCheck } from "../../providers/policy-check";
import type { AuditedDeployment } from "./audited-deployment";

/** Version of the JSON form of an audit; it grows by additions only. */
const AUDIT_FORMAT = 1;

/** Audits for programs: for each deployment the checks that apply, and what each says of each resource. */
export function printAuditJson(audits: readonly AuditedDeployment[]): string {
  const document = { keyspanAudit: AUDIT_FORMAT, deployments: audits.map(deploymentJson) };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function deploymentJson({ name, spec, outcomes }: AuditedDeployment): unknown {
  const count = (status: CheckOutcome["status"]) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const checks = [...new Set(outcomes.map(({ check }) => check))];
  return {
    name,
    spec,
    results: { passed: count("passed"), skipped: count("skipped"), failed: count("failed") },
    checks: checks.map((check) => checkJson(check, outcomes)),
  };
}

function checkJson(check: PolicyCheck, outcomes: readonly CheckOutcome[]): unknown {
  const { id, tool, severity, title, link } = check;
  return {
    id,
    tool,
    severity,
    title,
    link,
    results: outcomes.filter((outcome) => outcome.check === check).map(resultJson),
  };
}

function resultJson(outcome: CheckOutcome): unknown {
  const { stack, address = null, status } = outcome;
  if (outcome.status !== "skipped") return { stack, address, status };
  return { stack, address, status, cause: outcome.cause, reason: outcome.reason };
}
