/**
 * What Terraform calls for a resource type. Sources: the provider's own create, read, update and delete functions
 * (https://github.com/hashicorp/terraform-provider-aws/tree/v5.100.0/internal/service) and what AWS says each
 * call asks for (https://docs.aws.amazon.com/service-authorization/latest/reference/).
 */
export interface ResourceActions {
  /** What lists; AWS asks it of no single resource. */
  readonly anywhere: readonly string[];
  /** Asked of the resource itself. */
  readonly own: readonly string[];
  /** Asked when it is destroyed, of what may be protected from that, or is named as what may be. */
  readonly destroy: readonly string[];
}

const RDS_TAGS = ["rds:AddTagsToResource", "rds:ListTagsForResource", "rds:RemoveTagsFromResource"];

const KEY_MANAGEMENT = [
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:EnableKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateKeyDescription",
];
const KEY_DELETION = ["kms:ScheduleKeyDeletion"];
const MATERIAL = ["kms:GetParametersForImport", "kms:ImportKeyMaterial"];

/**
 * By resource type. `kms:CreateKey` is asked of no key, `kms:ReplicateKey` of the primary key: they stand in statements
 * of their own. What depends on the arguments of a resource stands below.
 */
export const RESOURCE_ACTIONS: Readonly<Record<string, ResourceActions>> = {
  aws_cloudwatch_log_group: {
    anywhere: ["logs:DescribeLogGroups"],
    own: [
      "logs:CreateLogGroup",
      "logs:DeleteLogGroup",
      "logs:ListTagsForResource",
      "logs:PutRetentionPolicy",
      "logs:TagResource",
      "logs:UntagResource",
    ],
    destroy: [],
  },
  aws_db_instance: {
    anywhere: ["rds:DescribeDBInstances"],
    own: ["rds:ModifyDBInstance", ...RDS_TAGS],
    destroy: ["rds:AddTagsToResource", "rds:CreateDBSnapshot", "rds:DeleteDBInstance"],
  },
  aws_db_instance_automated_backups_replication: {
    anywhere: ["rds:DescribeDBInstanceAutomatedBackups", "rds:DescribeDBInstances"],
    own: ["rds:StartDBInstanceAutomatedBackupsReplication", "rds:StopDBInstanceAutomatedBackupsReplication"],
    destroy: [],
  },
  aws_db_parameter_group: {
    anywhere: ["rds:DescribeDBParameterGroups", "rds:DescribeDBParameters"],
    own: [
      "rds:CreateDBParameterGroup",
      "rds:DeleteDBParameterGroup",
      "rds:ModifyDBParameterGroup",
      "rds:ResetDBParameterGroup",
      ...RDS_TAGS,
    ],
    destroy: [],
  },
  aws_db_snapshot_copy: {
    anywhere: ["rds:DescribeDBSnapshots"],
    own: ["rds:CopyDBSnapshot", "rds:DeleteDBSnapshot", "rds:DescribeDBSnapshotAttributes", ...RDS_TAGS],
    destroy: [],
  },
  aws_db_subnet_group: {
    anywhere: ["rds:DescribeDBSubnetGroups"],
    own: ["rds:CreateDBSubnetGroup", "rds:DeleteDBSubnetGroup", "rds:ModifyDBSubnetGroup", ...RDS_TAGS],
    destroy: [],
  },
  aws_iam_role: {
    anywhere: [],
    own: [
      "iam:CreateRole",
      "iam:DeleteRole",
      "iam:GetRole",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
      "iam:ListRolePolicies",
      "iam:TagRole",
      "iam:UntagRole",
      "iam:UpdateAssumeRolePolicy",
    ],
    destroy: [],
  },
  aws_kms_alias: {
    anywhere: ["kms:ListAliases"],
    own: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
    destroy: [],
  },
  aws_kms_external_key: {
    anywhere: [],
    own: [...KEY_MANAGEMENT, ...MATERIAL],
    destroy: KEY_DELETION,
  },
  aws_kms_grant: {
    anywhere: [],
    own: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    destroy: [],
  },
  aws_kms_key: { anywhere: [], own: KEY_MANAGEMENT, destroy: KEY_DELETION },
  aws_kms_replica_external_key: {
    anywhere: [],
    own: [...KEY_MANAGEMENT, ...MATERIAL],
    destroy: KEY_DELETION,
  },
  aws_kms_replica_key: { anywhere: [], own: KEY_MANAGEMENT, destroy: KEY_DELETION },
  aws_rds_cluster: {
    anywhere: ["rds:DescribeDBClusters", "rds:DescribeGlobalClusters"],
    own: ["rds:CreateDBCluster", "rds:ModifyDBCluster", ...RDS_TAGS],
    destroy: ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot", "rds:DeleteDBCluster"],
  },
  aws_rds_cluster_instance: {
    anywhere: ["rds:DescribeDBInstances"],
    // Instances hold no data of their own and are not protected. One that AWS creates with another certificate than
    // the account's default is given it afterwards, and rebooted.
    own: ["rds:CreateDBInstance", "rds:ModifyDBInstance", "rds:RebootDBInstance", ...RDS_TAGS],
    destroy: ["rds:DeleteDBInstance"],
  },
  aws_rds_cluster_parameter_group: {
    anywhere: ["rds:DescribeDBClusterParameterGroups", "rds:DescribeDBClusterParameters"],
    own: [
      "rds:CreateDBClusterParameterGroup",
      "rds:DeleteDBClusterParameterGroup",
      "rds:ModifyDBClusterParameterGroup",
      "rds:ResetDBClusterParameterGroup",
      ...RDS_TAGS,
    ],
    destroy: [],
  },
  aws_rds_cluster_snapshot_copy: {
    anywhere: ["rds:DescribeDBClusterSnapshots"],
    own: [
      "rds:CopyDBClusterSnapshot",
      "rds:DeleteDBClusterSnapshot",
      "rds:DescribeDBClusterSnapshotAttributes",
      ...RDS_TAGS,
    ],
    destroy: [],
  },
  aws_rds_global_cluster: {
    anywhere: ["rds:DescribeGlobalClusters"],
    own: ["rds:CreateGlobalCluster", "rds:ModifyGlobalCluster", ...RDS_TAGS],
    destroy: ["rds:DeleteGlobalCluster", "rds:RemoveFromGlobalCluster"],
  },
};

/** What a key asks for beside that can rotate. */
export const ROTATION_ACTIONS = ["kms:DisableKeyRotation", "kms:EnableKeyRotation"];

/** What a log group asks for beside that a key encrypts; and one without, when its key was taken from it. */
export const LOG_KEY_ACTIONS = { encrypted: "logs:AssociateKmsKey", plain: "logs:DisassociateKmsKey" };

/** What an instance asks for beside that replicates no other one. */
export const SOURCE_ACTIONS = ["rds:CreateDBInstance"];

/** What a read replica asks for in place of that; promoting it is part of a failover. */
export const REPLICA_ACTIONS = ["rds:CreateDBInstanceReadReplica", "rds:PromoteReadReplica"];

/** What the destruction of a cluster asks for beside that is a member of a global cluster. */
export const MEMBER_DELETION = ["rds:RemoveFromGlobalCluster"];

/**
 * What RDS and Secrets Manager do with a key in the name of whoever creates a database:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
 */
export const KEY_USE_VIA_SERVICE = [
  "kms:CreateGrant",
  "kms:Decrypt",
  "kms:DescribeKey",
  "kms:GenerateDataKey",
];

/**
 * The secret that RDS keeps a master password in:
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html
 */
export const SECRET_ACTIONS = [
  "secretsmanager:CreateSecret",
  "secretsmanager:RotateSecret",
  "secretsmanager:TagResource",
];
