/*
 * The only file that imports the bindings of the provider at run time. Deep imports: the index takes seconds and
 * half a gigabyte to load, a single class takes milliseconds.
 */
export { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
export { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
export { DataAwsKmsKey } from "@cdktf/provider-aws/lib/data-aws-kms-key";
export { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
export { DbInstanceAutomatedBackupsReplication } from "@cdktf/provider-aws/lib/db-instance-automated-backups-replication";
export { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
export { DbSnapshotCopy } from "@cdktf/provider-aws/lib/db-snapshot-copy";
export { DbSubnetGroup } from "@cdktf/provider-aws/lib/db-subnet-group";
export { IamRole } from "@cdktf/provider-aws/lib/iam-role";
export { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
export { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
export { KmsExternalKey } from "@cdktf/provider-aws/lib/kms-external-key";
export { KmsGrant } from "@cdktf/provider-aws/lib/kms-grant";
export { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
export { KmsReplicaExternalKey } from "@cdktf/provider-aws/lib/kms-replica-external-key";
export { KmsReplicaKey } from "@cdktf/provider-aws/lib/kms-replica-key";
export { AwsProvider } from "@cdktf/provider-aws/lib/provider";
export { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
export { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
export { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
export { RdsClusterSnapshotCopy } from "@cdktf/provider-aws/lib/rds-cluster-snapshot-copy";
export { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster";
