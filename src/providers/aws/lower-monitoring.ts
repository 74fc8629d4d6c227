import type { DatabaseMember, PlannedDatabase } from "../../model/database";
import { jsonencode, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import type { DatabaseContext, LoweringContext } from "./lowering-context";
import { memberName } from "../common/member-name";
import { cloudwatchLogGroup, iamRole, iamRolePolicyAttachment } from "./resources";
import { slugOf } from "../common/slug";
import { tagsOf } from "../common/tags";

/** The role through which RDS publishes the metrics of Enhanced Monitoring; one for the deployment. */
export interface MonitoringRole {
  readonly elements: readonly ResourceElement[];
  readonly arn: Expression<string>;
}

/** The monitoring role, if any database samples its operating system. */
export function lowerMonitoringRole(context: LoweringContext): MonitoringRole | undefined {
  const { plan, partition, account } = context;
  if (!plan.databases.some(({ monitoring }) => monitoring.enhancedSeconds > 0)) return undefined;
  const role = iamRole({
    name: "rds_monitoring",
    comment: "RDS publishes Enhanced Monitoring metrics with this role.",
    arguments: {
      name: `${plan.name}-rds-monitoring`,
      description: `Enhanced Monitoring of the databases of ${plan.name}`,
      assumeRolePolicy: jsonencode({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "AssumeRole",
            Effect: "Allow",
            Principal: { Service: "monitoring.rds.amazonaws.com" },
            Action: "sts:AssumeRole",
            // Another account's database must not be able to use the role.
            Condition: { StringEquals: { "aws:SourceAccount": account } },
          },
        ],
      }),
    },
  });
  const attachment = iamRolePolicyAttachment({
    name: "rds_monitoring",
    arguments: {
      role: role.attribute("name"),
      policyArn: `arn:${partition.name}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
    },
  });
  return { elements: [role, attachment], arn: role.attribute("arn") };
}

/**
 * The log groups of a member. They are created before it: RDS would make them without retention and key.
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_LogAccess.Procedural.UploadtoCloudWatch.html
 */
export function lowerLogGroups(
  context: DatabaseContext,
  database: PlannedDatabase,
  member: DatabaseMember,
): readonly ResourceElement[] {
  const { logs } = database.monitoring;
  const { region, identifier } = member;
  const kind = member.kind === "cluster" ? "cluster" : "instance";
  return logs.exports.map((log) =>
    cloudwatchLogGroup({
      name: toIdentifier(memberName(database, member), slugOf(log)),
      region,
      arguments: {
        name: `/aws/rds/${kind}/${identifier}/${log}`,
        retentionInDays: logs.retentionDays,
        kmsKeyId: context.keyArn({ database: database.name, region }, "logs"),
        tags: tagsOf(member.tags),
      },
    }),
  );
}

/** The arguments of monitoring, the same on instances of a cluster and on instances that stand alone. */
export function monitoringArguments(
  {
    keyArn,
    monitoringRoleArn,
  }: DatabaseContext & { readonly monitoringRoleArn: Expression<string> | undefined },
  database: PlannedDatabase,
  { region }: DatabaseMember,
) {
  const { enhancedSeconds, insights } = database.monitoring;
  return {
    monitoringInterval: enhancedSeconds,
    monitoringRoleArn: enhancedSeconds > 0 ? monitoringRoleArn : undefined,
    performanceInsightsEnabled: insights.kind === "on",
    ...(insights.kind === "on"
      ? {
          performanceInsightsKmsKeyId: keyArn({ database: database.name, region }, "insights"),
          performanceInsightsRetentionPeriod: insights.retentionDays,
        }
      : {}),
  };
}
