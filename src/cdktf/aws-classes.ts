import * as bindings from "./aws-bindings";
import type { TerraformProvider } from "./bindings";
import type { BoundElement, ElementClass, ProviderClasses } from "./bound-element";
import { RemoteState } from "./remote-state";

/** The classes of the bindings of AWS. */
export const classes: ProviderClasses = {
  elements: new Map<string, ElementClass<BoundElement>>([
    ["aws_cloudwatch_log_group", bindings.CloudwatchLogGroup],
    ["aws_db_instance", bindings.DbInstance],
    ["aws_db_instance_automated_backups_replication", bindings.DbInstanceAutomatedBackupsReplication],
    ["aws_db_parameter_group", bindings.DbParameterGroup],
    ["aws_db_snapshot_copy", bindings.DbSnapshotCopy],
    ["aws_db_subnet_group", bindings.DbSubnetGroup],
    ["aws_iam_role", bindings.IamRole],
    ["aws_iam_role_policy_attachment", bindings.IamRolePolicyAttachment],
    ["aws_kms_alias", bindings.KmsAlias],
    ["aws_kms_external_key", bindings.KmsExternalKey],
    ["aws_kms_grant", bindings.KmsGrant],
    ["aws_kms_key", bindings.KmsKey],
    ["aws_kms_replica_external_key", bindings.KmsReplicaExternalKey],
    ["aws_kms_replica_key", bindings.KmsReplicaKey],
    ["aws_rds_cluster", bindings.RdsCluster],
    ["aws_rds_cluster_instance", bindings.RdsClusterInstance],
    ["aws_rds_cluster_parameter_group", bindings.RdsClusterParameterGroup],
    ["aws_rds_cluster_snapshot_copy", bindings.RdsClusterSnapshotCopy],
    ["aws_rds_global_cluster", bindings.RdsGlobalCluster],
    ["data.aws_caller_identity", bindings.DataAwsCallerIdentity],
    ["data.aws_kms_key", bindings.DataAwsKmsKey],
    ["data.terraform_remote_state", RemoteState],
  ]),
  providers: new Map<string, ElementClass<TerraformProvider>>([["aws", bindings.AwsProvider]]),
};
