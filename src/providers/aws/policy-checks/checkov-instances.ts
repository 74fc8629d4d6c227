import { literalOf } from "../../../terraform/read-body";
import { checkov } from "../../common/policy-checks/checkov";
import { all, any, isNotTrue, isOneOf, isSet, isTrue, not } from "../../common/policy-checks/conditions";
import { hasEngine, parameterOf } from "./conditions";
import { DB2, SQL_SERVER } from "./engine-sets";
import {
  awsKeyForInsights,
  awsManagedCopy,
  deletionAllowed,
  enhancedMonitoringOff,
  insightsOff,
  insightsUnsupported,
  logsOff,
  minorUpgradesOff,
  parameterChosen,
  parameterUnknown,
  singleZone,
  standbyUnsupported,
  withoutIam,
} from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";

const INSTANCE = ["aws_db_instance"];
const BOTH = ["aws_db_instance", "aws_rds_cluster_instance"];

/** Classes on which MySQL and MariaDB have no Performance Insights. */
const SMALL_CLASS = /^db\.(t2|t3|t4g)\.(micro|small)$/;

const canHaveInsights: Condition = ({ element }) => {
  const engine = String(literalOf(element.body, "engine"));
  const isSmall = SMALL_CLASS.test(String(literalOf(element.body, "instanceClass")));
  return !DB2.includes(engine) && !(isSmall && ["mysql", "mariadb"].includes(engine));
};

const TLS_PARAMETERS = ["rds.force_ssl", "require_secure_transport", "db2comm"];

const forcesTls: Condition = (subject) => {
  const parameter = (name: string) => parameterOf(subject, "parameterGroupName", name);
  if (hasEngine("postgres", ...SQL_SERVER)(subject)) return parameter("rds.force_ssl") === "1";
  if (hasEngine(...DB2)(subject)) return parameter("db2comm") === "SSL";
  return parameter("require_secure_transport") === "1";
};

/** checkov on instances of clusters and on instances that stand alone. */
export const checkovOnInstances = [
  checkov("CKV_AWS_16", {
    title: "Ensure all data stored in the RDS is securely encrypted at rest",
    types: INSTANCE,
    passes: isTrue("storageEncrypted"),
  }),
  checkov("CKV_AWS_17", {
    title: "Ensure all data stored in RDS is not publicly accessible",
    types: BOTH,
    passes: isNotTrue("publiclyAccessible"),
  }),
  checkov("CKV_AWS_118", {
    title: "Ensure that enhanced monitoring is enabled for Amazon RDS instances",
    types: BOTH,
    passes: isOneOf("monitoringInterval", [1, 5, 10, 15, 30, 60]),
    exceptions: [enhancedMonitoringOff],
  }),
  checkov("CKV_AWS_129", {
    title: "Ensure that respective logs of Amazon Relational Database Service (Amazon RDS) are enabled",
    types: INSTANCE,
    passes: isSet("enabledCloudwatchLogsExports"),
    exceptions: [logsOff],
  }),
  checkov("CKV_AWS_157", {
    title: "Ensure that RDS instances have Multi-AZ enabled",
    types: INSTANCE,
    passes: isTrue("multiAz"),
    exceptions: [standbyUnsupported, singleZone],
  }),
  checkov("CKV_AWS_161", {
    title: "Ensure RDS database has IAM authentication enabled",
    types: INSTANCE,
    judges: hasEngine("mysql", "postgres"),
    passes: isTrue("iamDatabaseAuthenticationEnabled"),
    exceptions: [withoutIam],
  }),
  checkov("CKV_AWS_211", {
    title: "Ensure RDS uses a modern CaCert",
    types: INSTANCE,
    passes: any(
      not(isSet("caCertIdentifier")),
      isOneOf("caCertIdentifier", ["rds-ca-rsa2048-g1", "rds-ca-rsa4096-g1", "rds-ca-ecc384-g1"]),
    ),
  }),
  checkov("CKV_AWS_226", {
    title: "Ensure DB instance gets all minor upgrades automatically",
    types: BOTH,
    passes: isTrue("autoMinorVersionUpgrade"),
    exceptions: [minorUpgradesOff],
  }),
  checkov("CKV_AWS_293", {
    title: "Ensure that AWS database instances have deletion protection enabled",
    types: INSTANCE,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  checkov("CKV_AWS_353", {
    title: "Ensure that RDS instances have performance insights enabled",
    types: BOTH,
    judges: canHaveInsights,
    passes: isTrue("performanceInsightsEnabled"),
    exceptions: [insightsOff, insightsUnsupported],
  }),
  checkov("CKV_AWS_354", {
    title: "Ensure RDS Performance Insights are encrypted using KMS CMKs",
    types: BOTH,
    judges: isTrue("performanceInsightsEnabled"),
    passes: isSet("performanceInsightsKmsKeyId"),
    exceptions: [awsKeyForInsights],
  }),
  checkov("CKV2_AWS_30", {
    title: "Ensure Postgres RDS as aws_db_instance has Query Logging enabled",
    types: INSTANCE,
    judges: hasEngine("postgres"),
    passes: (subject) =>
      ["log_statement", "log_min_duration_statement"].every(
        (name) => parameterOf(subject, "parameterGroupName", name) !== undefined,
      ),
  }),
  checkov("CKV2_AWS_60", {
    title: "Ensure RDS instance with copy tags to snapshots is enabled",
    types: INSTANCE,
    passes: isTrue("copyTagsToSnapshot"),
  }),
  checkov("CKV2_AWS_69", {
    title: "Ensure AWS RDS database instance configured with encryption in transit",
    types: INSTANCE,
    judges: all(
      isSet("parameterGroupName"),
      hasEngine("postgres", "mysql", "mariadb", ...SQL_SERVER, ...DB2),
    ),
    passes: forcesTls,
    exceptions: [parameterChosen(TLS_PARAMETERS), parameterUnknown(TLS_PARAMETERS)],
  }),
  checkov("CKV_AWS_245", {
    title: "Ensure replicated backups are encrypted at rest using KMS CMKs",
    types: ["aws_db_instance_automated_backups_replication"],
    passes: isSet("kmsKeyId"),
  }),
  checkov("CKV_AWS_266", {
    title: "Ensure DB Snapshot copy uses CMK",
    types: ["aws_db_snapshot_copy"],
    passes: isSet("kmsKeyId"),
    exceptions: [awsManagedCopy],
  }),
];
