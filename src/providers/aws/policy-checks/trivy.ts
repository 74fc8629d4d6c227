import { followReference } from "../../../terraform/program-index";
import { argumentOf } from "../../../terraform/read-body";
import { trivy } from "../../common/policy-checks/trivy";
import {
  all,
  any,
  isBetween,
  isNotTrue,
  isOneOf,
  isSet,
  isTrue,
  not,
} from "../../common/policy-checks/conditions";
import { hasEngine } from "./conditions";
import {
  awsKeyForInsights,
  awsKeyForLogs,
  awsManagedKey,
  awsOwnedKey,
  backupRetentionChosen,
  deletionAllowed,
  insightsOff,
  insightsUnsupported,
  replicaWithoutBackups,
  rotationImpossible,
  rotationOff,
  withoutIam,
} from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";

const CLUSTER = ["aws_rds_cluster"];
const INSTANCE = ["aws_db_instance"];
const ANY_INSTANCE = ["aws_db_instance", "aws_rds_cluster_instance"];

/** A replica is known as one only where its source is a resource of the same root module. */
const isReplicaInScope: Condition = ({ element, program }) =>
  followReference(argumentOf(element.body, "replicateSourceDb"), program, [program]) !== undefined;

/** The checks of trivy (trivy-checks 2.2). */
export const trivyChecks = [
  trivy("AWS-0065", "medium", {
    title: "A KMS key is not configured to auto-rotate",
    types: ["aws_kms_key"],
    judges: not(isOneOf("keyUsage", ["SIGN_VERIFY"])),
    passes: isTrue("enableKeyRotation"),
    exceptions: [rotationImpossible, rotationOff],
  }),
  trivy("AWS-0077", "medium", {
    title: "RDS Cluster and RDS instance should have backup retention longer than default 1 day",
    types: [...CLUSTER, ...INSTANCE],
    judges: all(not(isSet("replicationSourceIdentifier")), not(isReplicaInScope)),
    passes: isBetween("backupRetentionPeriod", 2),
    exceptions: [replicaWithoutBackups, backupRetentionChosen(2)],
  }),
  trivy("AWS-0078", "low", {
    title: "Performance Insights encryption should use Customer Managed Keys",
    types: ANY_INSTANCE,
    judges: isTrue("performanceInsightsEnabled"),
    passes: isSet("performanceInsightsKmsKeyId"),
    exceptions: [awsKeyForInsights],
  }),
  trivy("AWS-0079", "high", {
    title: "There is no encryption specified or encryption is disabled on the RDS Cluster",
    types: CLUSTER,
    passes: all(isTrue("storageEncrypted"), isSet("kmsKeyId")),
    exceptions: [awsOwnedKey, awsManagedKey],
  }),
  trivy("AWS-0080", "high", {
    title: "RDS encryption has not been enabled at a DB Instance level",
    types: INSTANCE,
    passes: any(isTrue("storageEncrypted"), isReplicaInScope),
  }),
  trivy("AWS-0133", "low", {
    title: "Enable Performance Insights to detect potential problems",
    types: ANY_INSTANCE,
    passes: isTrue("performanceInsightsEnabled"),
    exceptions: [insightsOff, insightsUnsupported],
  }),
  trivy("AWS-0176", "medium", {
    title: "RDS IAM Database Authentication Disabled",
    types: INSTANCE,
    judges: hasEngine("postgres", "mysql"),
    passes: isTrue("iamDatabaseAuthenticationEnabled"),
    exceptions: [withoutIam],
  }),
  trivy("AWS-0177", "medium", {
    title: "RDS Deletion Protection Disabled",
    types: INSTANCE,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  trivy("AWS-0180", "high", {
    title: "RDS Publicly Accessible",
    types: ANY_INSTANCE,
    passes: isNotTrue("publiclyAccessible"),
  }),
  trivy("AWS-0343", "medium", {
    title: "RDS Cluster Deletion Protection Disabled",
    types: CLUSTER,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  trivy("AWS-0017", "low", {
    title: "CloudWatch log groups should be encrypted using CMK",
    types: ["aws_cloudwatch_log_group"],
    passes: isSet("kmsKeyId"),
    exceptions: [awsKeyForLogs],
  }),
];
