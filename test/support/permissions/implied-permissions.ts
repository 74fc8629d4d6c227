import { mustGet } from "../../../src/base/invariant";
import { partitions } from "../../../src/providers/aws/catalog/partitions";
import { regions } from "../../../src/providers/aws/catalog/regions";
import { presignedCall, type RecordedCall } from "../emulator/recorded-calls";
import { arnOf, namedResources } from "./named-resources";
import type { Permission } from "./permission";

/** What AWS asks IAM beside the action itself, of whoever makes a call: no call of its own shows it. */
interface Implication {
  /** Where AWS says so. */
  readonly source: string;
  readonly by: (call: RecordedCall, account: string) => readonly Permission[];
}

const CREATES_DATABASE = ["CreateDBCluster", "CreateDBInstance", "CreateDBInstanceReadReplica"];

const RDS_HANDLERS =
  "https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds (handlers.*.permissions of aws-rds-dbcluster and aws-rds-dbinstance)";

const IMPLICATIONS: readonly Implication[] = [
  {
    source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html (Required permissions)",
    by: (call, account) =>
      call.action === "CreateKey" && hasTags(call)
        ? [where(call, "kms:TagResource", arnOf(call, "key", newKey(call), account))]
        : [],
  },
  {
    source: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-auth-slr.html",
    by: (call, account) =>
      call.action === "CreateKey" && call.parameters["MultiRegion"] === true
        ? [
            serviceLinkedRole(
              call,
              "mrk.kms.amazonaws.com/AWSServiceRoleForKeyManagementServiceMultiRegionKeys",
              account,
            ),
          ]
        : [],
  },
  {
    source:
      "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html (Required permissions)",
    by: (call, account) => {
      if (call.action !== "ReplicateKey") return [];
      const there = { ...call, region: text(call, "ReplicaRegion") };
      const key = arnOf(there, "key", "mrk-new", account);
      return [
        where(there, "kms:CreateKey", "*"),
        ...(hasTags(call) ? [where(there, "kms:TagResource", key)] : []),
      ];
    },
  },
  {
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
    by: (call, account) =>
      call.service === "rds"
        ? [...usedKeys(call, account), text(call, "PerformanceInsightsKMSKeyId")].flatMap((key) =>
            keyUse(key, "rds"),
          )
        : [],
  },
  {
    // What is replicated from another Region is read there with the key that it is encrypted with.
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html",
    by: (call, account) => {
      const url = text(call, "PreSignedUrl");
      if (call.action !== "CreateDBInstanceReadReplica" || url === "") return [];
      const there = presignedCall("kms", url);
      return keyUse(arnOf(there, "key", "of-the-source", account), "rds");
    },
  },
  {
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html (Permissions)",
    by: (call, account) => {
      if (call.parameters["ManageMasterUserPassword"] !== "true") return [];
      const { partition } = mustGet(regions, call.region);
      const secret = `arn:${partition}:secretsmanager:${call.region}:${account}:secret:rds!new`;
      return [
        ...["CreateSecret", "RotateSecret", "TagResource"].map((action) =>
          where(call, `secretsmanager:${action}`, secret),
        ),
        ...keyUse(text(call, "MasterUserSecretKmsKeyId"), "secretsmanager"),
      ];
    },
  },
  {
    source: RDS_HANDLERS,
    by: (call, account) => {
      const type = CREATED_TYPES[call.action];
      if (type === undefined || !hasTags(call)) return [];
      // The name of what is created comes first; sources have ARNs of their own.
      const [created = arnOf(call, type, "new", account)] = namedResources(call, type, account);
      return [where(call, "rds:AddTagsToResource", created)];
    },
  },
  {
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
    by: (call) =>
      call.service === "rds" && text(call, "MonitoringRoleArn") !== ""
        ? [
            {
              action: "iam:PassRole",
              resource: text(call, "MonitoringRoleArn"),
              context: { "iam:PassedToService": "monitoring.rds.amazonaws.com" },
            },
          ]
        : [],
  },
  {
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAM.ServiceLinkedRoles.html",
    by: (call, account) =>
      CREATES_DATABASE.includes(call.action)
        ? [serviceLinkedRole(call, "rds.amazonaws.com/AWSServiceRoleForRDS", account)]
        : [],
  },
  {
    source: RDS_HANDLERS,
    by: (call, account) =>
      ["DeleteDBCluster", "DeleteDBInstance"].includes(call.action) &&
      text(call, "FinalDBSnapshotIdentifier") !== ""
        ? finalSnapshot(call, account)
        : [],
  },
  {
    source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html (Tags)",
    by: (call, account) =>
      call.action === "CreateRole" && hasTags(call)
        ? namedResources(call, "role", account).map((arn) => where(call, "iam:TagRole", arn))
        : [],
  },
  {
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
    by: (call, account) => {
      if (call.action !== "CreateLogGroup") return [];
      const [group = ""] = namedResources(call, "log-group", account);
      return [
        ...(hasTags(call) ? [where(call, "logs:TagResource", group)] : []),
        ...(text(call, "kmsKeyId") === "" ? [] : [where(call, "logs:AssociateKmsKey", group)]),
      ];
    },
  },
];

/** Everything that AWS asks beside a call's own action. */
export function impliedPermissions(call: RecordedCall, account: string): readonly Permission[] {
  return IMPLICATIONS.flatMap(({ by }) => by(call, account));
}

/** What a call creates, and tags. */
const CREATED_TYPES: Readonly<Record<string, string>> = {
  CopyDBClusterSnapshot: "cluster-snapshot",
  CopyDBSnapshot: "snapshot",
  CreateDBCluster: "cluster",
  CreateDBClusterParameterGroup: "cluster-pg",
  CreateDBInstance: "db",
  CreateDBInstanceReadReplica: "db",
  CreateDBParameterGroup: "pg",
  CreateDBSubnetGroup: "subgrp",
  CreateGlobalCluster: "global-cluster",
  StartDBInstanceAutomatedBackupsReplication: "auto-backup",
};

function hasTags({ parameters }: RecordedCall): boolean {
  return Object.entries(parameters).some(
    ([name, value]) =>
      name.startsWith("Tags.") ||
      (name.toLowerCase() === "tags" &&
        typeof value === "object" &&
        value !== null &&
        Object.keys(value).length > 0),
  );
}

function newKey({ parameters }: RecordedCall): string {
  return parameters["MultiRegion"] === true ? "mrk-new" : "new";
}

/** The key that encrypts what a call creates: where none is named for storage, the one that AWS manages. */
function usedKeys(call: RecordedCall, account: string): readonly string[] {
  const named = text(call, "KmsKeyId");
  if (named !== "") return [named];
  return text(call, "StorageEncrypted") === "true" && CREATES_DATABASE.includes(call.action)
    ? [arnOf({ ...call, service: "kms" }, "key", "aws-managed", account)]
    : [];
}

/** A service asks for the use of a key in the name of the caller. */
function keyUse(key: string, service: string): readonly Permission[] {
  if (!key.startsWith("arn:")) return [];
  const region = key.split(":")[3] ?? "";
  const { viaServiceSuffixes } = mustGet(partitions, mustGet(regions, region).partition);
  return viaServiceSuffixes.flatMap((suffix) =>
    ["CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"].map((action) => ({
      action: `kms:${action}`,
      resource: key,
      context: { "aws:RequestedRegion": region, "kms:ViaService": `${service}.${region}.${suffix}` },
    })),
  );
}

function finalSnapshot(call: RecordedCall, account: string): readonly Permission[] {
  const isCluster = call.action === "DeleteDBCluster";
  const types = isCluster ? ["cluster", "cluster-snapshot"] : ["db", "snapshot"];
  const action = isCluster ? "rds:CreateDBClusterSnapshot" : "rds:CreateDBSnapshot";
  return types.flatMap((type) => namedResources(call, type, account).map((arn) => where(call, action, arn)));
}

function serviceLinkedRole(call: RecordedCall, name: string, account: string): Permission {
  const { partition } = mustGet(regions, call.region);
  return {
    action: "iam:CreateServiceLinkedRole",
    resource: `arn:${partition}:iam::${account}:role/aws-service-role/${name}`,
    context: { "iam:AWSServiceName": name.split("/")[0] ?? "" },
  };
}

function where({ region }: RecordedCall, action: string, resource: string): Permission {
  return { action, resource, context: { "aws:RequestedRegion": region } };
}

function text({ parameters }: RecordedCall, name: string): string {
  const value = parameters[name];
  return typeof value === "string" ? value : "";
}
