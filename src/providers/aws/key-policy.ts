import type { RegionName } from "../../base/names";
import { sortedUnique } from "../../base/ordering";
import type { EncryptionIndex } from "../../model/encryption";
import type { KeyPolicy, KeyPurpose, KeySet, KeyUse, ManagedKey } from "../../model/key";
import { template, type Expression, type Value, type ValueRecord } from "../../terraform/expression";
import type { Partition } from "./catalog/partitions";
import { accountRoot } from "./lowering-context";

/*
 * One policy document for each Region's key. Every statement is for one duty, names its own Region, and
 * lists principals and actions sorted, as AWS gives them back (a different order would be a difference in
 * every plan: https://github.com/hashicorp/terraform-provider-aws/issues/39788).
 */

/** Everything that the policy of one key depends on. */
export interface KeyPolicyInput {
  readonly keySet: KeySet;
  readonly key: ManagedKey;
  /** What databases use the keys for. */
  readonly encryption: EncryptionIndex;
  readonly partition: Partition;
  readonly account: Expression<string> | string;
}

/**
 * What administrators may do: everything about the key but use it. Deliberately without kms:CreateGrant,
 * which would let them give use away (https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html).
 */
const ADMINISTRATION = [
  "kms:CancelKeyDeletion",
  "kms:CreateAlias",
  "kms:DeleteAlias",
  "kms:DescribeKey",
  "kms:DisableKey",
  "kms:DisableKeyRotation",
  "kms:EnableKey",
  "kms:EnableKeyRotation",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListGrants",
  "kms:ListKeyPolicies",
  "kms:ListKeyRotations",
  "kms:ListResourceTags",
  "kms:PutKeyPolicy",
  "kms:RevokeGrant",
  "kms:RotateKeyOnDemand",
  "kms:ScheduleKeyDeletion",
  "kms:TagResource",
  "kms:UntagResource",
  "kms:UpdateAlias",
  "kms:UpdateKeyDescription",
];

const CRYPTOGRAPHY = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*"];

/** What the statements are made from. */
interface StatementInput {
  readonly policy: KeyPolicy;
  readonly purposes: readonly KeyPurpose[];
  readonly uses: ReadonlySet<KeyUse>;
  readonly region: RegionName;
  readonly partition: Partition;
  readonly account: Expression<string> | string;
  readonly key: ManagedKey;
  /** The Regions of the key set. */
  readonly regions: readonly RegionName[];
}

/** The policy document of one key. */
export function keyPolicyDocument({
  keySet,
  key,
  encryption,
  partition,
  account,
}: KeyPolicyInput): ValueRecord {
  const { region } = key;
  const input: StatementInput = {
    policy: key.settings.policy,
    purposes: keySet.purposes,
    uses: encryption.usesOf({ keySet: keySet.name, region }),
    region,
    partition,
    account,
    key,
    regions: [...keySet.keyIn.keys()],
  };
  const statements = [
    ...rootStatements(input),
    ...administratorStatements(input),
    ...operatorStatements(input),
    ...userStatements(input),
    ...logStatements(input),
  ];
  return { Version: "2012-10-17", Statement: statements };
}

function rootStatements(input: StatementInput): ValueRecord[] {
  if (!input.policy.accountRoot) return [];
  return [allow("EnableIAMPolicies", { AWS: accountRoot(input) }, ["kms:*"])];
}

function administratorStatements({ policy, key, regions }: StatementInput): ValueRecord[] {
  if (policy.administrators.length === 0) return [];
  const principal = iamPrincipals(policy.administrators);
  const statements = [allow("KeyAdministrators", principal, ADMINISTRATION)];
  if (key.kind === "single-region-key") return statements;
  const replicaRegions = regions.filter((region) => region !== key.region);
  if (key.kind === "primary-key" && replicaRegions.length > 0) {
    statements.push(
      allow("ReplicateKey", principal, ["kms:ReplicateKey"], {
        StringEquals: { "kms:ReplicaRegion": oneOrMany(replicaRegions) },
      }),
    );
  }
  statements.push(
    allow("UpdatePrimaryRegion", principal, ["kms:UpdatePrimaryRegion"], {
      StringEquals: { "kms:PrimaryRegion": oneOrMany(regions) },
    }),
  );
  return statements;
}

/** Databases are created and run through RDS; Terraform and the console also ask KMS directly what a key is. */
function operatorStatements(input: StatementInput): ValueRecord[] {
  const { policy, purposes, uses } = input;
  if (policy.operators.length === 0) return [];
  const principal = iamPrincipals(policy.operators);
  const viaRds = { "kms:ViaService": oneOrMany(viaService("rds", input)) };
  const statements: ValueRecord[] = [];
  if (purposes.includes("database")) {
    const actions = [...CRYPTOGRAPHY, "kms:CreateGrant", "kms:DescribeKey", "kms:ListGrants"];
    statements.push(allow("UseViaRds", principal, actions, { StringEquals: viaRds }));
  }
  statements.push(allow("DescribeDirect", principal, ["kms:DescribeKey", "kms:ListGrants"]));
  if (purposes.includes("database")) {
    const actions = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"];
    statements.push(
      allow("GrantsForAWSResources", principal, actions, { Bool: { "kms:GrantIsForAWSResource": "true" } }),
    );
  }
  if (uses.has("insights")) {
    statements.push(
      allow("PerformanceInsights", principal, ["kms:Decrypt", "kms:GenerateDataKey"], {
        StringEquals: {
          ...viaRds,
          "kms:EncryptionContext:aws:pi:service": "rds",
          "kms:EncryptionContext:service": "pi",
        },
      }),
    );
  }
  return statements;
}

function userStatements({ policy, purposes }: StatementInput): ValueRecord[] {
  if (policy.users.length === 0 || !purposes.includes("client-side-encryption")) return [];
  return [allow("UseDirect", iamPrincipals(policy.users), [...CRYPTOGRAPHY, "kms:DescribeKey"])];
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logStatements({ purposes, uses, region, partition, account }: StatementInput): ValueRecord[] {
  if (!uses.has("logs") && !purposes.includes("logs")) return [];
  const logGroups = template`arn:${partition.name}:logs:${region}:${account}:log-group:/aws/rds/*`;
  const actions = ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"];
  return [
    allow("CloudWatchLogs", { Service: `logs.${region}.${partition.dnsSuffix}` }, actions, {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups },
    }),
  ];
}

/** The values of `kms:ViaService` for a service in the key's own Region. */
function viaService(service: string, { region, partition }: StatementInput): string[] {
  return partition.viaServiceSuffixes.map((suffix) => `${service}.${region}.${suffix}`);
}

function allow(
  sid: string,
  principal: ValueRecord,
  actions: readonly string[],
  condition?: ValueRecord,
): ValueRecord {
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: principal,
    Action: oneOrMany(sortedUnique(actions)),
    Resource: "*",
    Condition: condition,
  };
}

function iamPrincipals(arns: readonly string[]): ValueRecord {
  return { AWS: oneOrMany(arns) };
}

/** AWS gives a list of one back as the one. */
function oneOrMany(values: readonly string[]): Value {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : values;
}
