import { resourceCheck, type CheckRow, type ResourceCheck } from "../../common/policy-checks/policy-check";

/** A recommendation of the benchmark of the Center for Internet Security for Google Cloud, version 4.0.0. */
export function cis(number: string, row: CheckRow): ResourceCheck {
  return resourceCheck(
    {
      id: `CIS-GCP-${number}`,
      tool: "cis",
      severity: "unrated",
      link: "https://www.cisecurity.org/benchmark/google_cloud_computing_platform",
    },
    row,
  );
}
