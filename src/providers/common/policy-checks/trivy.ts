import type { CheckSeverity } from "../../policy-check";
import { resourceCheck, type CheckRow, type ResourceCheck } from "./policy-check";

/** A check of trivy. */
export function trivy(id: string, severity: CheckSeverity, row: CheckRow): ResourceCheck {
  const link = `https://avd.aquasec.com/misconfig/${id.toLowerCase()}`;
  return resourceCheck({ id, tool: "trivy", severity, link }, row);
}
