import type {
  CloudwatchLogGroup,
  CloudwatchLogGroupConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type {
  DataAwsCallerIdentity,
  DataAwsCallerIdentityConfig,
} from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { DataAwsKmsKey, DataAwsKmsKeyConfig } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { DbInstance, DbInstanceConfig } from "@cdktf/provider-aws/lib/db-instance";
import type {
  DbInstanceAutomatedBackupsReplication,
  DbInstanceAutomatedBackupsReplicationConfig,
} from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication";
import type { DbParameterGroup, DbParameterGroupConfig } from "@cdktf/provider-aws/lib/db-parameter-group";
import type { DbSnapshotCopy, DbSnapshotCopyConfig } from "@cdktf/provider-aws/lib/db-snapshot-copy";
import type { DbSubnetGroup, DbSubnetGroupConfig } from "@cdktf/provider-aws/lib/db-subnet-group";
import type { IamRole, IamRoleConfig } from "@cdktf/provider-aws/lib/iam-role";
import type {
  IamRolePolicyAttachment,
  IamRolePolicyAttachmentConfig,
} from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { KmsAlias, KmsAliasConfig } from "@cdktf/provider-aws/lib/kms-alias";
import type { KmsExternalKey, KmsExternalKeyConfig } from "@cdktf/provider-aws/lib/kms-external-key";
import type { KmsGrant, KmsGrantConfig } from "@cdktf/provider-aws/lib/kms-grant";
import type { KmsKey, KmsKeyConfig } from "@cdktf/provider-aws/lib/kms-key";
import type {
  KmsReplicaExternalKey,
  KmsReplicaExternalKeyConfig,
} from "@cdktf/provider-aws/lib/kms-replica-external-key";
import type { KmsReplicaKey, KmsReplicaKeyConfig } from "@cdktf/provider-aws/lib/kms-replica-key";
import type { RdsCluster, RdsClusterConfig } from "@cdktf/provider-aws/lib/rds-cluster";
import type {
  RdsClusterInstance,
  RdsClusterInstanceConfig,
} from "@cdktf/provider-aws/lib/rds-cluster-instance";
import type {
  RdsClusterParameterGroup,
  RdsClusterParameterGroupConfig,
} from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import type {
  RdsClusterSnapshotCopy,
  RdsClusterSnapshotCopyConfig,
} from "@cdktf/provider-aws/lib/rds-cluster-snapshot-copy";
import type { RdsGlobalCluster, RdsGlobalClusterConfig } from "@cdktf/provider-aws/lib/rds-global-cluster";
import { dataSourceType, resourceType, type ElementFactory } from "../../terraform/resource-type";

/*
 * The resource types that AWS deployments are made of. Their arguments and attributes are checked by the
 * compiler against the provider's bindings; a new type also needs its class in cdktf/resource-classes.ts.
 */

/** The Region of a resource is no argument here: its placement decides how it is said. */
function placedResource<C, A>(type: string): ElementFactory<Omit<C, "region">, A> {
  return resourceType<Omit<C, "region">, A>(type);
}

function placedDataSource<C, A>(type: string): ElementFactory<Omit<C, "region">, A> {
  return dataSourceType<Omit<C, "region">, A>(type);
}

export const cloudwatchLogGroup = placedResource<CloudwatchLogGroupConfig, CloudwatchLogGroup>(
  "aws_cloudwatch_log_group",
);
export const dbInstance = placedResource<DbInstanceConfig, DbInstance>("aws_db_instance");
export const dbInstanceAutomatedBackupsReplication = placedResource<
  DbInstanceAutomatedBackupsReplicationConfig,
  DbInstanceAutomatedBackupsReplication
>("aws_db_instance_automated_backups_replication");
export const dbParameterGroup = placedResource<DbParameterGroupConfig, DbParameterGroup>(
  "aws_db_parameter_group",
);
export const dbSnapshotCopy = placedResource<DbSnapshotCopyConfig, DbSnapshotCopy>("aws_db_snapshot_copy");
export const dbSubnetGroup = placedResource<DbSubnetGroupConfig, DbSubnetGroup>("aws_db_subnet_group");
export const iamRole = placedResource<IamRoleConfig, IamRole>("aws_iam_role");
export const iamRolePolicyAttachment = placedResource<IamRolePolicyAttachmentConfig, IamRolePolicyAttachment>(
  "aws_iam_role_policy_attachment",
);
export const kmsAlias = placedResource<KmsAliasConfig, KmsAlias>("aws_kms_alias");
export const kmsExternalKey = placedResource<KmsExternalKeyConfig, KmsExternalKey>("aws_kms_external_key");
export const kmsGrant = placedResource<KmsGrantConfig, KmsGrant>("aws_kms_grant");
export const kmsKey = placedResource<KmsKeyConfig, KmsKey>("aws_kms_key");
export const kmsReplicaExternalKey = placedResource<KmsReplicaExternalKeyConfig, KmsReplicaExternalKey>(
  "aws_kms_replica_external_key",
);
export const kmsReplicaKey = placedResource<KmsReplicaKeyConfig, KmsReplicaKey>("aws_kms_replica_key");
export const rdsCluster = placedResource<RdsClusterConfig, RdsCluster>("aws_rds_cluster");
export const rdsClusterInstance = placedResource<RdsClusterInstanceConfig, RdsClusterInstance>(
  "aws_rds_cluster_instance",
);
export const rdsClusterParameterGroup = placedResource<
  RdsClusterParameterGroupConfig,
  RdsClusterParameterGroup
>("aws_rds_cluster_parameter_group");
export const rdsClusterSnapshotCopy = placedResource<RdsClusterSnapshotCopyConfig, RdsClusterSnapshotCopy>(
  "aws_rds_cluster_snapshot_copy",
);
export const rdsGlobalCluster = placedResource<RdsGlobalClusterConfig, RdsGlobalCluster>(
  "aws_rds_global_cluster",
);

export const callerIdentity = placedDataSource<DataAwsCallerIdentityConfig, DataAwsCallerIdentity>(
  "aws_caller_identity",
);
export const kmsKeyData = placedDataSource<DataAwsKmsKeyConfig, DataAwsKmsKey>("aws_kms_key");
