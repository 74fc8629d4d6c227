import type { ClusterMember, PlannedDatabase } from "../../model/database";
import { jsonencode, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import { tagsOf } from "./lower-keys";
import type { LoweringContext } from "./lowering-context";
import { cloudwatchLogGroup, iamRole, iamRolePolicyAttachment } from "./resources";

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
    placement: { kind: "default" },
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
    placement: { kind: "default" },
    arguments: {
      role: role.attribute("name"),
      policyArn: `arn:${partition.name}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
    },
  });
  return { elements: [role, attachment], arn: role.attribute("arn") };
}

/**
 * The log groups of a cluster. They are created before it: RDS would make them without retention and key.
 */
export function lowerLogGroups(
  context: LoweringContext,
  database: PlannedDatabase,
  { region, identifier }: ClusterMember,
): readonly ResourceElement[] {
  const { logs } = database.monitoring;
  return logs.exports.map((log) =>
    cloudwatchLogGroup({
      name: toIdentifier(database.name, region, log),
      placement: context.placementOf(region),
      arguments: {
        name: `/aws/rds/cluster/${identifier}/${log}`,
        retentionInDays: logs.retentionDays,
        kmsKeyId: context.keyArn(database.name, region, "logs"),
        tags: tagsOf(database.tags),
      },
    }),
  );
}
