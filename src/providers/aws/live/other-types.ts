import type { TypeBehaviour } from "../../../terraform/live-behaviour";
import { providerSource } from "./provider-source";

/** How what stands around databases and keys takes changes of their arguments; proved against the provider by test/terraform. */
export const otherTypes: Readonly<Record<string, TypeBehaviour>> = {
  aws_cloudwatch_log_group: {
    noun: "log group",
    source: providerSource("logs/group.go"),
    holds: "logs",
    identity: ["name"],
    idIs: "name",
    replaces: ["log_group_class", "name", "name_prefix"],
    updates: ["kms_key_id", "retention_in_days", "skip_destroy", "tags"],
    kept: ["log_group_class", "name", "name_prefix"],
  },
  aws_iam_role: {
    noun: "IAM role",
    source: providerSource("iam/role.go"),
    identity: ["name"],
    idIs: "name",
    replaces: ["name", "name_prefix", "path"],
    updates: [
      "assume_role_policy",
      "description",
      "force_detach_policies",
      "inline_policy.name",
      "inline_policy.policy",
      "managed_policy_arns",
      "max_session_duration",
      "permissions_boundary",
      "tags",
    ],
    kept: ["managed_policy_arns", "name", "name_prefix"],
    unset: { max_session_duration: 3600, path: "/" },
    sets: ["inline_policy", "managed_policy_arns"],
  },
  aws_iam_role_policy_attachment: {
    noun: "attachment of a policy",
    source: providerSource("iam/role_policy_attachment.go"),
    identity: ["role", "policy_arn"],
    replaces: ["policy_arn", "role"],
    updates: [],
  },
};
