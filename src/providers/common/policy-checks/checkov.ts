import { resourceCheck, type CheckRow, type ResourceCheck } from "./policy-check";

/** A check of checkov, which gives no severities in its open source. */
export function checkov(id: string, row: CheckRow): ResourceCheck {
  return resourceCheck(
    {
      id,
      tool: "checkov",
      severity: "unrated",
      link: "https://www.checkov.io/5.Policy%20Index/terraform.html",
    },
    row,
  );
}
