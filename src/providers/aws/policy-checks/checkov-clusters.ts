import type { Version } from "../catalog/versions";
import { checkov } from "../../common/policy-checks/checkov";
import { all, holdsAll, isBetween, isOneOf, isSet, isTrue, not } from "../../common/policy-checks/conditions";
import { hasEngine, parameterOf, versionOf } from "./conditions";
import {
  awsManagedKey,
  awsOwnedKey,
  backtrackOff,
  backupRetentionChosen,
  deletionAllowed,
  globalWithoutBacktrack,
  logsChosen,
  logsOff,
  versionChosen,
  withoutBackupPlan,
  withoutIam,
} from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";

const CLUSTER = ["aws_rds_cluster"];
const CLUSTER_AND_INSTANCE = ["aws_rds_cluster", "aws_db_instance"];

const isAuroraMysql = hasEngine("aurora", "aurora-mysql");

/** First minor version without the flaw of AWS-2022-004, by major version; later majors never had it. */
const LOG_FDW_FROM: Readonly<Record<string, readonly Version[]>> = {
  postgres: [
    [10, 17],
    [11, 12],
    [12, 7],
    [13, 3],
  ],
  "aurora-postgresql": [
    [10, 14],
    [11, 9],
  ],
};

const hasSafeLogFdw: Condition = (subject) => {
  const [major = 0, minor = 0] = versionOf(subject) ?? [];
  const engine = isOneOf("engine", ["postgres"])(subject) ? "postgres" : "aurora-postgresql";
  const lines = LOG_FDW_FROM[engine] ?? [];
  const line = lines.find(([of]) => of === major);
  if (line === undefined) return major > Math.max(...lines.map(([of = 0]) => of));
  return minor >= (line[1] ?? 0);
};

/** checkov on clusters and global clusters. */
export const checkovOnClusters = [
  checkov("CKV_AWS_96", {
    title: "Ensure all data stored in Aurora is securely encrypted at rest",
    types: CLUSTER,
    passes: isTrue("storageEncrypted"),
    exceptions: [awsOwnedKey],
  }),
  checkov("CKV_AWS_133", {
    title: "Ensure that RDS instances has backup policy",
    types: CLUSTER_AND_INSTANCE,
    passes: isBetween("backupRetentionPeriod", 1, 35, true),
    exceptions: [backupRetentionChosen(1)],
  }),
  checkov("CKV_AWS_139", {
    title: "Ensure that RDS clusters have deletion protection enabled",
    types: CLUSTER,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  checkov("CKV_AWS_140", {
    title: "Ensure that RDS global clusters are encrypted",
    types: ["aws_rds_global_cluster"],
    judges: not(isSet("sourceDbClusterIdentifier")),
    passes: isTrue("storageEncrypted"),
  }),
  checkov("CKV_AWS_162", {
    title: "Ensure RDS cluster has IAM authentication enabled",
    types: CLUSTER,
    passes: isTrue("iamDatabaseAuthenticationEnabled"),
    exceptions: [withoutIam],
  }),
  checkov("CKV_AWS_250", {
    title:
      "Ensure that RDS PostgreSQL instances use a non vulnerable version with the log_fdw extension (AWS-2022-004)",
    types: CLUSTER_AND_INSTANCE,
    judges: all(hasEngine("postgres", "aurora-postgresql"), (subject) => versionOf(subject) !== undefined),
    passes: hasSafeLogFdw,
    exceptions: [versionChosen],
  }),
  checkov("CKV_AWS_313", {
    title: "Ensure RDS cluster configured to copy tags to snapshots",
    types: CLUSTER,
    passes: isTrue("copyTagsToSnapshot"),
  }),
  checkov("CKV_AWS_324", {
    title: "Ensure that RDS Cluster log capture is enabled",
    types: CLUSTER,
    passes: isSet("enabledCloudwatchLogsExports"),
    exceptions: [logsOff],
  }),
  checkov("CKV_AWS_325", {
    title: "Ensure that RDS Cluster audit logging is enabled for MySQL engine",
    types: CLUSTER,
    judges: isAuroraMysql,
    passes: holdsAll("enabledCloudwatchLogsExports", ["audit"]),
    exceptions: [logsChosen(() => ["audit"])],
  }),
  checkov("CKV_AWS_326", {
    title: "Ensure that RDS Aurora Clusters have backtracking enabled",
    types: CLUSTER,
    judges: isAuroraMysql,
    passes: isBetween("backtrackWindow", 1),
    exceptions: [globalWithoutBacktrack, backtrackOff],
  }),
  checkov("CKV_AWS_327", {
    title: "Ensure RDS Clusters are encrypted using KMS CMKs",
    types: CLUSTER,
    passes: isSet("kmsKeyId"),
    exceptions: [awsOwnedKey, awsManagedKey],
  }),
  checkov("CKV2_AWS_8", {
    title: "Ensure that RDS clusters has backup plan of AWS Backup",
    types: CLUSTER,
    passes: () => false,
    exceptions: [withoutBackupPlan],
  }),
  checkov("CKV2_AWS_27", {
    title: "Ensure Postgres RDS as aws_rds_cluster has Query Logging enabled",
    types: CLUSTER,
    judges: hasEngine("aurora-postgresql"),
    passes: (subject) =>
      ["log_statement", "log_min_duration_statement"].every(
        (name) => parameterOf(subject, "dbClusterParameterGroupName", name) !== undefined,
      ),
  }),
];
