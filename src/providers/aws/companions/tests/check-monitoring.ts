import { call, jsonencode, type Expression } from "../../../../terraform/expression";
import type { TestSubject } from "./subject";
import { attributeOf, type Assertion } from "./test-block";

/** Only this account's databases can use the monitoring role. */
export function checkMonitoring(subject: TestSubject): readonly Assertion[] {
  const role = subject.own.get("aws_iam_role.rds_monitoring");
  if (role === undefined) return [];
  const condition: Expression<boolean> = call(
    "strcontains",
    attributeOf(role, "assume_role_policy"),
    jsonencode({ "aws:SourceAccount": subject.account }),
  );
  return [{ conditions: [condition], message: "Databases of other accounts can use the monitoring role." }];
}
