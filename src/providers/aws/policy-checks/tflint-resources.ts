import { printInline } from "../../../terraform/print-expression";
import { argumentOf, literalOf } from "../../../terraform/read-body";
import { engines } from "../catalog/catalog";
import { any, hasForm, isOneOf, isSet, not } from "../../common/policy-checks/conditions";
import {
  resourceCheck,
  type CheckRow,
  type Condition,
  type ResourceCheck,
} from "../../common/policy-checks/policy-check";

const RULES = "https://github.com/terraform-linters/tflint-ruleset-aws/blob/v0.48.0/docs/rules";

/** A rule about a resource; those that only compare with AWS's own models share one page. */
function rule(id: string, row: CheckRow, isGenerated = true): ResourceCheck {
  const link = isGenerated ? `${RULES}/README.md` : `${RULES}/${id}.md`;
  return resourceCheck({ id, tool: "tflint", severity: "unrated", link }, row);
}

const ANYTHING = /^[\s\S]*$/;
const POLICY_LENGTH = 131_072;

/** Nothing but characters that a policy may hold, as far as the policy is written out. */
const hasFittingPolicy: Condition = ({ element }) => {
  const policy = argumentOf(element.body, "policy");
  const text = policy === undefined ? "" : printInline(policy);
  return text.length <= POLICY_LENGTH && /^[\t\n\r -\u00ff]*$/.test(text);
};

const descriptionRule = (type: string) =>
  rule(`${type}_invalid_description`, {
    title: "the description is at most 8192 characters long",
    types: [type],
    passes: hasForm("description", ANYTHING, 8192),
  });

const policyRule = (type: string) =>
  rule(`${type}_invalid_policy`, {
    title: "the policy is of a length and of characters that KMS takes",
    types: [type],
    passes: hasFittingPolicy,
  });

/** The rules of tflint-ruleset-aws for what we emit. */
export const tflintOnResources = [
  rule("aws_db_instance_invalid_engine", {
    title: "the engine is one that RDS has",
    types: ["aws_db_instance"],
    judges: isSet("engine"),
    passes: ({ element }) => engines.has(String(literalOf(element.body, "engine"))),
  }),
  rule(
    "aws_db_instance_invalid_type",
    {
      title: "the instance class is a class of RDS",
      types: ["aws_db_instance"],
      passes: hasForm("instanceClass", /^db\.[a-z0-9-]+\.[a-z0-9.-]+$/),
    },
    false,
  ),
  rule(
    "aws_db_instance_default_parameter_group",
    {
      title: "the parameter group is not the engine's default one",
      types: ["aws_db_instance"],
      passes: hasForm("parameterGroupName", /^(?!default)/),
    },
    false,
  ),
  rule("aws_kms_alias_invalid_name", {
    title: "the alias is of the form that KMS takes",
    types: ["aws_kms_alias"],
    passes: hasForm("name", /^[a-zA-Z0-9:/_-]+$/, 256),
  }),
  rule("aws_kms_alias_invalid_target_key_id", {
    title: "the alias points at a key",
    types: ["aws_kms_alias"],
    passes: isSet("targetKeyId"),
  }),
  rule("aws_kms_key_invalid_key_usage", {
    title: "the usage is one that KMS has",
    types: ["aws_kms_key"],
    judges: isSet("keyUsage"),
    passes: isOneOf("keyUsage", ["ENCRYPT_DECRYPT", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT", "SIGN_VERIFY"]),
  }),
  ...["aws_kms_key", "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"].flatMap(
    (type) => [descriptionRule(type), policyRule(type)],
  ),
  rule("aws_kms_grant_invalid_name", {
    title: "the name of the grant is of the form that KMS takes",
    types: ["aws_kms_grant"],
    passes: hasForm("name", /^[a-zA-Z0-9:/_-]+$/, 256),
  }),
  rule("aws_kms_grant_invalid_grantee_principal", {
    title: "the grant names a principal",
    types: ["aws_kms_grant"],
    passes: hasForm("granteePrincipal", /^[\w+=,.@:/-]+$/, 256),
  }),
  rule(
    "aws_write_only_arguments",
    {
      title: "secrets are given to write-only arguments, which no state keeps",
      types: ["aws_db_instance", "aws_rds_cluster"],
      passes: not(any(isSet("password"), isSet("masterPassword"))),
    },
    false,
  ),
];
