import { literalOf } from "../../../terraform/read-body";
import { parseVersion } from "../catalog/versions";
import { isBetween, isNotTrue, isOneOf, isSet, isTrue, not } from "../../common/policy-checks/conditions";
import { hasEngine, instancesOf, isOpenToAll, isTagged, statementsOf } from "./conditions";
import {
  awsOwnedKey,
  backtrackOff,
  backupRetentionChosen,
  deletionAllowed,
  enhancedMonitoringOff,
  eventsElsewhere,
  fewInstances,
  globalWithoutBacktrack,
  keyUnprotected,
  minorUpgradesOff,
  rotationOff,
  singleZone,
  standardPort,
  standbyUnsupported,
  subnetsElsewhere,
  untagged,
  versionChosen,
  withoutBackupPlan,
  iamUnsupported,
  withoutIam,
} from "./exceptions";
import type { Condition } from "../../common/policy-checks/policy-check";
import { control } from "./security-hub";

const KEY = ["aws_kms_key"];
const EVERY_KEY = [...KEY, "aws_kms_replica_key", "aws_kms_external_key", "aws_kms_replica_external_key"];
const CLUSTER = ["aws_rds_cluster"];
const INSTANCE = ["aws_db_instance"];
const ANY_INSTANCE = ["aws_db_instance", "aws_rds_cluster_instance"];

const WEEK = 7;

/** What nobody can tell from a deployment: the reason is always given. */
const unknown: Condition = () => false;

const hasOwnPort: Condition = ({ element }) => ![3306, 5432, 1521, 1433, 50_000].includes(portOf(element));
const portOf = (element: Parameters<Condition>[0]["element"]) => Number(literalOf(element.body, "port"));

/** https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-51 */
const hasSupportedAuroraMysql: Condition = ({ element }) => {
  const version = /mysql_aurora\.([0-9.]+)$/.exec(String(literalOf(element.body, "engineVersion")))?.[1];
  // Without the Aurora part AWS picks a current version of the line.
  if (version === undefined) return true;
  const [major = 0, minor = 0, patch = 0] = parseVersion(version) ?? [];
  return major > 3 || (major === 3 && (minor >= 8 || (minor === 4 && patch <= 3)));
};

const tagControl = (id: string, noun: string, types: readonly string[]) =>
  control(id, "low", { title: `${noun} should be tagged`, types, passes: isTagged, exceptions: [untagged] });

const eventControl = (id: string, title: string, types: readonly string[]) =>
  control(id, "low", { title, types, passes: unknown, exceptions: [eventsElsewhere] });

const IAM_TITLE = (noun: string) => `IAM authentication should be configured for RDS ${noun}`;
const BACKUP_TITLE = (noun: string) => `RDS ${noun} should keep automatic backups for at least ${WEEK} days`;

/** Controls on encryption, access, backups and the shape of databases, and on keys. */
export const securityHubOnProtection = [
  control("RDS.2", "critical", {
    title: "RDS DB instances should prohibit public access",
    types: ANY_INSTANCE,
    passes: isNotTrue("publiclyAccessible"),
  }),
  control("RDS.3", "medium", {
    title: "RDS DB instances should have encryption at rest enabled",
    types: INSTANCE,
    passes: isTrue("storageEncrypted"),
  }),
  control("RDS.5", "medium", {
    title: "RDS DB instances should be configured with multiple Availability Zones",
    types: INSTANCE,
    passes: isTrue("multiAz"),
    exceptions: [standbyUnsupported, singleZone],
  }),
  control("RDS.6", "low", {
    title: "Enhanced monitoring should be configured for RDS DB instances",
    types: ANY_INSTANCE,
    passes: isBetween("monitoringInterval", 1),
    exceptions: [enhancedMonitoringOff],
  }),
  control("RDS.7", "medium", {
    title: "RDS clusters should have deletion protection enabled",
    types: CLUSTER,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  control("RDS.8", "low", {
    title: "RDS DB instances should have deletion protection enabled",
    types: INSTANCE,
    passes: isTrue("deletionProtection"),
    exceptions: [deletionAllowed],
  }),
  control("RDS.10", "medium", {
    title: IAM_TITLE("instances"),
    types: INSTANCE,
    judges: hasEngine("mysql", "postgres", "mariadb"),
    passes: isTrue("iamDatabaseAuthenticationEnabled"),
    exceptions: [withoutIam, iamUnsupported],
  }),
  control("RDS.12", "medium", {
    title: IAM_TITLE("clusters"),
    types: CLUSTER,
    passes: isTrue("iamDatabaseAuthenticationEnabled"),
    exceptions: [withoutIam],
  }),
  control("RDS.11", "medium", {
    title: BACKUP_TITLE("instances"),
    types: INSTANCE,
    // Read replicas are left out.
    judges: not(isSet("replicateSourceDb")),
    passes: isBetween("backupRetentionPeriod", WEEK),
    exceptions: [backupRetentionChosen(WEEK)],
  }),
  control("RDS.50", "medium", {
    title: BACKUP_TITLE("clusters"),
    types: CLUSTER,
    passes: isBetween("backupRetentionPeriod", WEEK),
    exceptions: [backupRetentionChosen(WEEK)],
  }),
  control("RDS.13", "high", {
    title: "RDS automatic minor version upgrades should be enabled",
    types: ANY_INSTANCE,
    passes: isTrue("autoMinorVersionUpgrade"),
    exceptions: [minorUpgradesOff],
  }),
  control("RDS.14", "medium", {
    title: "Amazon Aurora clusters should have backtracking enabled",
    types: CLUSTER,
    judges: hasEngine("aurora-mysql"),
    passes: isBetween("backtrackWindow", 1),
    exceptions: [globalWithoutBacktrack, backtrackOff],
  }),
  control("RDS.15", "medium", {
    title: "RDS DB clusters should be configured for multiple Availability Zones",
    types: CLUSTER,
    passes: (subject) => instancesOf(subject) >= 2,
    exceptions: [fewInstances],
  }),
  control("RDS.16", "low", {
    title: "Aurora DB clusters should be configured to copy tags to DB snapshots",
    types: CLUSTER,
    passes: isTrue("copyTagsToSnapshot"),
  }),
  control("RDS.17", "low", {
    title: "RDS DB instances should be configured to copy tags to snapshots",
    types: ANY_INSTANCE,
    passes: isTrue("copyTagsToSnapshot"),
  }),
  eventControl("RDS.19", "Event subscriptions should exist for critical cluster events", CLUSTER),
  eventControl("RDS.20", "Event subscriptions should exist for critical instance events", ANY_INSTANCE),
  eventControl("RDS.21", "Event subscriptions should exist for critical parameter group events", [
    "aws_db_parameter_group",
    "aws_rds_cluster_parameter_group",
  ]),
  control("RDS.23", "low", {
    title: "RDS instances should not use a database engine default port",
    types: [...CLUSTER, ...INSTANCE],
    passes: hasOwnPort,
    exceptions: [standardPort],
  }),
  control("RDS.24", "medium", {
    title: "RDS database clusters should use a custom administrator username",
    types: CLUSTER,
    judges: isSet("masterUsername"),
    passes: not(isOneOf("masterUsername", ["admin", "postgres"])),
  }),
  control("RDS.25", "medium", {
    title: "RDS database instances should use a custom administrator username",
    types: INSTANCE,
    judges: isSet("username"),
    passes: not(isOneOf("username", ["admin", "postgres"])),
  }),
  control("RDS.26", "medium", {
    title: "RDS DB instances should be protected by a backup plan",
    types: INSTANCE,
    passes: unknown,
    exceptions: [withoutBackupPlan],
  }),
  control("RDS.27", "medium", {
    title: "RDS DB clusters should be encrypted at rest",
    types: CLUSTER,
    passes: isTrue("storageEncrypted"),
    exceptions: [awsOwnedKey],
  }),
  tagControl("RDS.28", "RDS DB clusters", CLUSTER),
  tagControl("RDS.29", "RDS DB cluster snapshots", ["aws_rds_cluster_snapshot_copy"]),
  tagControl("RDS.30", "RDS DB instances", ANY_INSTANCE),
  tagControl("RDS.32", "RDS DB snapshots", ["aws_db_snapshot_copy"]),
  tagControl("RDS.33", "RDS DB subnet groups", ["aws_db_subnet_group"]),
  control("RDS.46", "high", {
    title: "RDS DB instances should not be in public subnets with routes to internet gateways",
    types: ANY_INSTANCE,
    passes: unknown,
    exceptions: [subnetsElsewhere],
  }),
  control("RDS.51", "high", {
    title: "RDS global clusters should run a supported version of Aurora MySQL",
    types: ["aws_rds_global_cluster"],
    judges: hasEngine("aurora-mysql"),
    passes: hasSupportedAuroraMysql,
    exceptions: [versionChosen],
  }),
  control("KMS.3", "critical", {
    title: "AWS KMS keys should not be deleted unintentionally",
    types: EVERY_KEY,
    passes: ({ element }) => element.lifecycle.preventDestroy === true,
    exceptions: [keyUnprotected],
  }),
  control("KMS.4", "medium", {
    title: "AWS KMS key rotation should be enabled",
    types: KEY,
    // Keys that AWS cannot rotate are not looked at.
    judges: not(isSet("customerMasterKeySpec")),
    passes: isTrue("enableKeyRotation"),
    exceptions: [rotationOff],
  }),
  control("KMS.5", "critical", {
    title: "AWS KMS keys should not be publicly accessible",
    types: EVERY_KEY,
    passes: ({ element }) => !(statementsOf(element.body, "policy") ?? []).some(isOpenToAll),
  }),
];
