import { jsonencode, reference, type Value } from "../../src/terraform/expression";
import type { TerraformProgram } from "../../src/terraform/program";
import {
  mapElements,
  setArgument,
  setArguments,
  withoutElements,
  withoutParameter,
  type Mutation,
} from "./mutate-modules";

/** For each check a fault that it must find in the goldens, by the check's identifier. */
export const mutations: Readonly<Record<string, Mutation>> = {
  CKV_AWS_7: setArguments({ enableKeyRotation: false }),
  CKV_AWS_33: setArguments({ policy: openPolicy() }),
  CKV_AWS_227: setArguments({ isEnabled: false }),
  CKV2_AWS_64: setArguments({ policy: undefined }),
  CKV_AWS_158: setArguments({ kmsKeyId: undefined }),
  CKV_AWS_66: setArguments({ retentionInDays: undefined }),
  CKV_AWS_338: setArguments({ retentionInDays: 364 }),
  CKV_AWS_60: setArguments({ assumeRolePolicy: openPolicy() }),
  CKV_AWS_61: setArguments({ assumeRolePolicy: policyFor("arn:aws:iam::111122223333:root") }),
  CKV_AWS_274: setArguments({ policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" }),
  CKV_AWS_96: setArguments({ storageEncrypted: undefined }),
  CKV_AWS_133: setArguments({ backupRetentionPeriod: 0 }),
  CKV_AWS_139: setArguments({ deletionProtection: false }),
  CKV_AWS_140: setArguments({ storageEncrypted: false }),
  CKV_AWS_162: setArguments({ iamDatabaseAuthenticationEnabled: undefined }),
  CKV_AWS_250: setArguments({ engineVersion: "10.1" }),
  CKV_AWS_313: setArguments({ copyTagsToSnapshot: undefined }),
  CKV_AWS_324: setArguments({ enabledCloudwatchLogsExports: [] }),
  CKV_AWS_325: setArguments({ enabledCloudwatchLogsExports: ["error"] }),
  CKV_AWS_326: setArguments({ backtrackWindow: 0 }),
  CKV_AWS_327: setArguments({ kmsKeyId: undefined }),
  CKV2_AWS_27: withoutParameter("log_statement"),
  CKV_AWS_16: setArguments({ storageEncrypted: false }),
  CKV_AWS_17: setArguments({ publiclyAccessible: true }),
  CKV_AWS_118: setArguments({ monitoringInterval: 0 }),
  CKV_AWS_129: setArguments({ enabledCloudwatchLogsExports: undefined }),
  CKV_AWS_157: setArguments({ multiAz: undefined }),
  CKV_AWS_161: setArguments({ iamDatabaseAuthenticationEnabled: false }),
  CKV_AWS_211: setArguments({ caCertIdentifier: "rds-ca-2019" }),
  CKV_AWS_226: setArguments({ autoMinorVersionUpgrade: undefined }),
  CKV_AWS_293: setArguments({ deletionProtection: undefined }),
  CKV_AWS_353: setArguments({ performanceInsightsEnabled: false }),
  CKV_AWS_354: setArguments({ performanceInsightsKmsKeyId: undefined }),
  CKV2_AWS_30: withoutParameter("log_min_duration_statement"),
  CKV2_AWS_60: setArguments({ copyTagsToSnapshot: false }),
  CKV2_AWS_69: withoutParameter("rds.force_ssl"),
  CKV_AWS_245: setArguments({ kmsKeyId: undefined }),
  CKV_AWS_266: setArguments({ kmsKeyId: undefined }),

  "AWS-0065": setArguments({ enableKeyRotation: undefined }),
  "AWS-0077": setArguments({ backupRetentionPeriod: 1 }),
  "AWS-0078": setArguments({ performanceInsightsKmsKeyId: undefined }),
  "AWS-0079": setArguments({ kmsKeyId: undefined }),
  "AWS-0080": setArguments({ storageEncrypted: undefined }),
  "AWS-0133": setArguments({ performanceInsightsEnabled: undefined }),
  "AWS-0176": setArguments({ iamDatabaseAuthenticationEnabled: undefined }),
  "AWS-0177": setArguments({ deletionProtection: undefined }),
  "AWS-0180": setArguments({ publiclyAccessible: true }),
  "AWS-0343": setArguments({ deletionProtection: undefined }),
  "AWS-0017": setArguments({ kmsKeyId: undefined }),

  aws_db_instance_invalid_engine: setArguments({ engine: "postgresql" }),
  aws_db_instance_invalid_type: setArguments({ instanceClass: "m6g.large" }),
  aws_db_instance_default_parameter_group: setArguments({ parameterGroupName: "default.postgres16" }),
  aws_kms_alias_invalid_name: setArguments({ name: "alias/orders storage" }),
  aws_kms_alias_invalid_target_key_id: setArguments({ targetKeyId: undefined }),
  aws_kms_key_invalid_key_usage: setArguments({ keyUsage: "ENCRYPT" }),
  aws_kms_key_invalid_description: setArguments({ description: "x".repeat(8193) }),
  aws_kms_key_invalid_policy: setArguments({ policy: policyFor("x".repeat(131_073)) }),
  aws_kms_replica_key_invalid_description: setArguments({ description: "x".repeat(8193) }),
  aws_kms_replica_key_invalid_policy: setArguments({ policy: policyFor("←") }),
  aws_kms_external_key_invalid_description: setArguments({ description: "x".repeat(8193) }),
  aws_kms_external_key_invalid_policy: setArguments({ policy: policyFor("←") }),
  aws_kms_replica_external_key_invalid_description: setArguments({ description: "x".repeat(8193) }),
  aws_kms_replica_external_key_invalid_policy: setArguments({ policy: policyFor("←") }),
  aws_kms_grant_invalid_name: setArguments({ name: "every night" }),
  aws_kms_grant_invalid_grantee_principal: setArguments({ granteePrincipal: "everybody!" }),
  aws_write_only_arguments: setArguments({ masterPassword: reference("var", "p"), password: "secret" }),

  terraform_documented_outputs: (modules) =>
    modules.map((module) => ({
      ...module,
      outputs: module.outputs.map((output) => ({ ...output, description: "" })),
    })),
  terraform_documented_variables: (modules) =>
    modules.map((module) => ({
      ...module,
      variables: module.variables.map((variable) => ({ ...variable, description: "" })),
    })),
  terraform_naming_convention: mapElements((element) => ({ ...element, name: `${element.name}-1` })),
  terraform_required_providers: (modules) =>
    modules.map((module) => ({
      ...module,
      requiredProviders: module.requiredProviders.map((provider) => ({ ...provider, version: "" })),
    })),
  terraform_required_version: (modules) => modules.map((module) => ({ ...module, requiredVersion: "" })),
  terraform_unused_declarations: (modules) =>
    modules.map((module) => ({
      ...module,
      variables: [
        ...module.variables,
        { name: "unused", description: "Nothing.", type: "string", validations: [] },
      ],
    })),

  "RDS.2": setArguments({ publiclyAccessible: true }),
  "RDS.3": setArguments({ storageEncrypted: false }),
  "RDS.5": setArguments({ multiAz: false }),
  "RDS.6": setArguments({ monitoringInterval: 0 }),
  "RDS.7": setArguments({ deletionProtection: false }),
  "RDS.8": setArguments({ deletionProtection: false }),
  "RDS.9": setArguments({ enabledCloudwatchLogsExports: ["postgresql"] }),
  "RDS.10": setArguments({ iamDatabaseAuthenticationEnabled: false }),
  "RDS.11": setArguments({ backupRetentionPeriod: 6 }),
  "RDS.12": setArguments({ iamDatabaseAuthenticationEnabled: false }),
  "RDS.13": setArguments({ autoMinorVersionUpgrade: false }),
  "RDS.14": setArguments({ backtrackWindow: undefined }),
  "RDS.15": withoutElements("aws_rds_cluster_instance"),
  "RDS.16": setArguments({ copyTagsToSnapshot: false }),
  "RDS.17": setArguments({ copyTagsToSnapshot: false }),
  "RDS.23": setArguments({ port: 5432 }),
  "RDS.24": setArguments({ masterUsername: "postgres" }),
  "RDS.25": setArguments({ username: "admin" }),
  "RDS.27": setArguments({ storageEncrypted: undefined }),
  "RDS.28": withoutTags,
  "RDS.29": withoutTags,
  "RDS.30": withoutTags,
  "RDS.32": withoutTags,
  "RDS.33": withoutTags,
  "RDS.34": setArguments({ enabledCloudwatchLogsExports: ["error"] }),
  "RDS.36": setArguments({ enabledCloudwatchLogsExports: ["upgrade"] }),
  "RDS.37": setArguments({ enabledCloudwatchLogsExports: ["instance"] }),
  "RDS.38": withoutParameter("rds.force_ssl"),
  "RDS.39": withoutParameter("require_secure_transport"),
  "RDS.40": setArguments({ enabledCloudwatchLogsExports: ["agent"] }),
  "RDS.41": withoutParameter("rds.force_ssl"),
  "RDS.42": setArguments({ enabledCloudwatchLogsExports: ["error"] }),
  "RDS.44": withoutParameter("require_secure_transport"),
  "RDS.45": withoutParameter("server_audit_events"),
  "RDS.50": setArguments({ backupRetentionPeriod: 6 }),
  "RDS.51": setArguments({ engineVersion: "8.0.mysql_aurora.3.05.2" }),
  "KMS.3": mapElements((element) => ({ ...element, lifecycle: {} })),
  "KMS.4": setArguments({ enableKeyRotation: false }),
  "KMS.5": setArguments({ policy: openPolicy() }),

  "keyspan/key-policy-in-every-region": setArguments({ policy: undefined }),
  "keyspan/policy-of-own-region": mapElements((element) => ({ ...element, region: "ca-west-1" })),
  "keyspan/key-of-own-region": mapElements((element) =>
    element.type.startsWith("aws_kms_") ? { ...element, region: "ca-west-1" } : element,
  ),
  "keyspan/independent-properties-alike": mapElements((element, index) =>
    setArgument(element, "deletionWindowInDays", 7 + (index % 20)),
  ),
};

function withoutTags(modules: readonly TerraformProgram[]): readonly TerraformProgram[] {
  return setArguments({ tags: undefined })(modules).map((module) => ({
    ...module,
    providers: module.providers.map((provider) => ({ ...provider, body: [] })),
  }));
}

function openPolicy(): Value {
  return policyFor("*");
}

function policyFor(principal: string): Value {
  return jsonencode({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: principal }, Action: "*", Resource: "*" }],
  });
}
