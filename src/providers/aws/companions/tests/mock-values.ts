import type { Partition } from "../../catalog/partitions";
import type { ResourceElement } from "../../../../terraform/program";

/** The account that mocked resources are in, where the spec names none. */
export const MOCK_ACCOUNT = "111122223333";

/** What mocked ARNs are made from. */
export interface MockPlace {
  readonly partition: Partition;
  readonly account: string;
  readonly region: string;
}

/** Where a resource type has its ARN, and what the ARN looks like. */
interface ArnForm {
  readonly attribute: string;
  readonly service: string;
  /** What stands between the account and the name. */
  readonly prefix: string;
  /** Whether it belongs to no Region. */
  readonly isGlobal: boolean;
}

const form = (attribute: string, service: string, prefix: string, isGlobal = false): ArnForm => ({
  attribute,
  service,
  prefix,
  isGlobal,
});

/**
 * Forms of ARNs by resource type: https://docs.aws.amazon.com/service-authorization/latest/reference/, and for
 * replicated backups the id that the provider gives, which is an ARN too.
 */
const ARN_FORMS: Readonly<Record<string, ArnForm>> = {
  aws_cloudwatch_log_group: form("arn", "logs", "log-group:"),
  aws_db_instance: form("arn", "rds", "db:"),
  aws_db_instance_automated_backups_replication: form("id", "rds", "auto-backup:"),
  aws_db_parameter_group: form("arn", "rds", "pg:"),
  aws_db_snapshot_copy: form("db_snapshot_arn", "rds", "snapshot:"),
  aws_db_subnet_group: form("arn", "rds", "subgrp:"),
  aws_iam_role: form("arn", "iam", "role/", true),
  aws_kms_alias: form("arn", "kms", "alias/"),
  aws_kms_external_key: form("arn", "kms", "key/"),
  aws_kms_key: form("arn", "kms", "key/"),
  aws_kms_replica_external_key: form("arn", "kms", "key/"),
  aws_kms_replica_key: form("arn", "kms", "key/"),
  aws_rds_cluster: form("arn", "rds", "cluster:"),
  aws_rds_cluster_instance: form("arn", "rds", "db:"),
  aws_rds_cluster_parameter_group: form("arn", "rds", "cluster-pg:"),
  aws_rds_cluster_snapshot_copy: form("db_cluster_snapshot_arn", "rds", "cluster-snapshot:"),
  aws_rds_global_cluster: form("arn", "rds", "global-cluster:", true),
};

/** The attribute that is the ARN of a resource; undefined where a type has none. */
export function arnAttributeOf(type: string): string | undefined {
  return ARN_FORMS[type]?.attribute;
}

/** Whether the ARN of a resource type names its Region. */
export function namesRegion(type: string): boolean {
  return ARN_FORMS[type]?.isGlobal === false;
}

/** The ARN of a mocked resource of a type with such a name; undefined where a type has none. */
export function mockArn(type: string, name: string, place: MockPlace): string | undefined {
  const known = ARN_FORMS[type];
  if (known === undefined) return undefined;
  const { partition, account, region } = place;
  return `arn:${partition.name}:${known.service}:${known.isGlobal ? "" : region}:${account}:${known.prefix}${name}`;
}

/** The name of a mocked resource: its own in Terraform, with hyphens. */
export function mockName({ name }: Pick<ResourceElement, "name">): string {
  return name.replace(/_/g, "-");
}

/** What AWS fills in on a member that has its credentials and its database from another one. */
export const INHERITED = "inherited";

/** Attributes that AWS fills in and the checks look at, beside ARNs, by resource type. */
export const FILLED_IN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_db_instance: { db_name: INHERITED, username: INHERITED },
  aws_rds_cluster: { database_name: INHERITED, master_username: INHERITED },
};
