import type { CheckSeverity } from "../../policy-check";
import { resourceCheck, type CheckRow, type ResourceCheck } from "../../common/policy-checks/policy-check";

/** A control of AWS Security Hub, whose identifier begins with the service that it is about. */
export function control(id: string, severity: CheckSeverity, row: CheckRow): ResourceCheck {
  const page = id.slice(0, id.indexOf(".")).toLowerCase();
  const link = `https://docs.aws.amazon.com/securityhub/latest/userguide/${page}-controls.html#${id.toLowerCase().replace(".", "-")}`;
  return resourceCheck({ id, tool: "security-hub", severity, link }, row);
}
