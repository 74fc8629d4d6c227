import type { Body } from "../../../terraform/block";
import { literalOf } from "../../../terraform/read-body";
import { checkov } from "../../common/policy-checks/checkov";
import { any, isSet, isTrue, not } from "../../common/policy-checks/conditions";
import { isOpenToAll, statementsOf } from "./conditions";
import {
  awsKeyForLogs,
  keyDisabled,
  logRetentionChosen,
  rotationImpossible,
  rotationOff,
} from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";

const KEY = ["aws_kms_key"];
const LOG_GROUP = ["aws_cloudwatch_log_group"];

const YEAR = 365;
/** An account by its number or by its root. */
const WHOLE_ACCOUNT = /^[0-9]{12}$|^arn:aws[a-z-]*:iam::[0-9]{12}:root$/;

/** Only these key specs are looked at; an absent one is symmetric. */
const canBeAskedToRotate: Condition = ({ element }) => {
  const spec = literalOf(element.body, "customerMasterKeySpec") ?? "SYMMETRIC_DEFAULT";
  return spec === "SYMMETRIC_DEFAULT" || String(spec).startsWith("HMAC");
};

/** checkov on keys, and on the log groups and the role beside the databases. */
export const checkovOnKeys = [
  checkov("CKV_AWS_7", {
    title: "Ensure rotation for customer created CMKs is enabled",
    types: KEY,
    judges: canBeAskedToRotate,
    passes: isTrue("enableKeyRotation"),
    exceptions: [rotationImpossible, rotationOff],
  }),
  checkov("CKV_AWS_33", {
    title: "Ensure KMS key policy does not contain wildcard (*) principal",
    types: KEY,
    passes: ({ element }) => !(statementsOf(element.body, "policy") ?? []).some(isOpenToAll),
  }),
  checkov("CKV_AWS_227", {
    title: "Ensure KMS key is enabled",
    types: KEY,
    passes: any(isTrue("isEnabled"), not(isSet("isEnabled"))),
    exceptions: [keyDisabled],
  }),
  checkov("CKV2_AWS_64", {
    title: "Ensure KMS key Policy is defined",
    types: KEY,
    passes: isSet("policy"),
  }),
  checkov("CKV_AWS_158", {
    title: "Ensure that CloudWatch Log Group is encrypted by KMS",
    types: LOG_GROUP,
    passes: isSet("kmsKeyId"),
    exceptions: [awsKeyForLogs],
  }),
  checkov("CKV_AWS_66", {
    title: "Ensure that CloudWatch Log Group specifies retention days",
    types: LOG_GROUP,
    passes: isSet("retentionInDays"),
  }),
  checkov("CKV_AWS_338", {
    title: "Ensure CloudWatch log groups retains logs for at least 1 year",
    types: LOG_GROUP,
    passes: ({ element }) => {
      const days = Number(literalOf(element.body, "retentionInDays"));
      return days === 0 || days >= YEAR;
    },
    exceptions: [logRetentionChosen(YEAR)],
  }),
  checkov("CKV_AWS_60", {
    title: "Ensure IAM role allows only specific services or principals to assume it",
    types: ["aws_iam_role"],
    passes: ({ element }) => !principalsOf(element.body).includes("*"),
  }),
  checkov("CKV_AWS_61", {
    title: "Ensure AWS IAM policy does not allow assume role permission across all services",
    types: ["aws_iam_role"],
    passes: ({ element }) => !principalsOf(element.body).some((principal) => WHOLE_ACCOUNT.test(principal)),
  }),
  checkov("CKV_AWS_274", {
    title: "Disallow IAM roles, users, and groups from using the AWS AdministratorAccess policy",
    types: ["aws_iam_role_policy_attachment"],
    passes: ({ element }) => !String(literalOf(element.body, "policyArn")).endsWith("/AdministratorAccess"),
  }),
];

/** The principals of AWS that may assume a role. */
function principalsOf(body: Body): readonly string[] {
  const statements = statementsOf(body, "assumeRolePolicy") ?? [];
  return statements
    .filter((statement) => statement["Effect"] !== "Deny")
    .flatMap((statement) => {
      const principal = statement["Principal"];
      if (typeof principal === "string") return [principal];
      return Object.entries(principal ?? {}).flatMap(([kind, value]) =>
        kind === "AWS" ? [value].flat().map(String) : [],
      );
    });
}
