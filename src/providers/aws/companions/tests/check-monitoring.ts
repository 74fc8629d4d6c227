import { call, operation } from "../../../../terraform/expression";
import type { TestSubject } from "./subject";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";

/** Only this account's databases can use the monitoring role. */
export function checkMonitoring(subject: TestSubject): readonly Assertion[] {
  const role = subject.own.get("aws_iam_role.rds_monitoring");
  if (role === undefined) return [];
  const pattern = '"aws:SourceAccount":"([^"]+)"';
  const accounts = call("flatten", call("regexall", pattern, attributeOf(role, "assume_role_policy")));
  const condition = operation(call("join", ",", accounts), "==", subject.account);
  return [{ conditions: [condition], message: "Databases of other accounts can use the monitoring role." }];
}
