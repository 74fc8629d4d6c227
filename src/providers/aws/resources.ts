import type {
  CloudwatchLogGroup,
  CloudwatchLogGroupConfig,
} from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type {
  DataAwsCallerIdentity,
  DataAwsCallerIdentityConfig,
} from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import type { DataAwsKmsKey, DataAwsKmsKeyConfig } from "@cdktf/provider-aws/lib/data-aws-kms-key";
import type { DbSubnetGroup, DbSubnetGroupConfig } from "@cdktf/provider-aws/lib/db-subnet-group";
import type { IamRole, IamRoleConfig } from "@cdktf/provider-aws/lib/iam-role";
import type {
  IamRolePolicyAttachment,
  IamRolePolicyAttachmentConfig,
} from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { KmsAlias, KmsAliasConfig } from "@cdktf/provider-aws/lib/kms-alias";
import type { KmsKey, KmsKeyConfig } from "@cdktf/provider-aws/lib/kms-key";
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
import type { RdsGlobalCluster, RdsGlobalClusterConfig } from "@cdktf/provider-aws/lib/rds-global-cluster";
import { dataSourceType, resourceType } from "../../terraform/resource-type";

/*
 * The resource types that AWS deployments are made of. Their arguments and attributes are checked by the
 * compiler against the provider's bindings; a new type also needs its class in cdktf/resource-classes.ts.
 */

export const cloudwatchLogGroup = resourceType<CloudwatchLogGroupConfig, CloudwatchLogGroup>(
  "aws_cloudwatch_log_group",
);
export const dbSubnetGroup = resourceType<DbSubnetGroupConfig, DbSubnetGroup>("aws_db_subnet_group");
export const iamRole = resourceType<IamRoleConfig, IamRole>("aws_iam_role");
export const iamRolePolicyAttachment = resourceType<IamRolePolicyAttachmentConfig, IamRolePolicyAttachment>(
  "aws_iam_role_policy_attachment",
);
export const kmsAlias = resourceType<KmsAliasConfig, KmsAlias>("aws_kms_alias");
export const kmsKey = resourceType<KmsKeyConfig, KmsKey>("aws_kms_key");
export const kmsReplicaKey = resourceType<KmsReplicaKeyConfig, KmsReplicaKey>("aws_kms_replica_key");
export const rdsCluster = resourceType<RdsClusterConfig, RdsCluster>("aws_rds_cluster");
export const rdsClusterInstance = resourceType<RdsClusterInstanceConfig, RdsClusterInstance>(
  "aws_rds_cluster_instance",
);
export const rdsClusterParameterGroup = resourceType<
  RdsClusterParameterGroupConfig,
  RdsClusterParameterGroup
>("aws_rds_cluster_parameter_group");
export const rdsGlobalCluster = resourceType<RdsGlobalClusterConfig, RdsGlobalCluster>(
  "aws_rds_global_cluster",
);

export const callerIdentity = dataSourceType<DataAwsCallerIdentityConfig, DataAwsCallerIdentity>(
  "aws_caller_identity",
);
export const kmsKeyData = dataSourceType<DataAwsKmsKeyConfig, DataAwsKmsKey>("aws_kms_key");
