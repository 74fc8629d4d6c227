import type { RegionName } from "../../base/names";
import { sortedUnique } from "../../base/ordering";
import type { EncryptionIndex } from "../../model/encryption";
import type { PlannedDatabase } from "../../model/database";
import type { KeyPolicy, KeyPurpose, KeySet, KeyUse, ManagedKey } from "../../model/key";
import { snapshotAccountsOf } from "../../model/sharing";
import { template, type Expression, type Value, type ValueRecord } from "../../terraform/expression";
import type { Partition } from "./catalog/partitions";
import { declaredGrantStatements } from "./declared-grants";
import { administratorActions, CRYPTOGRAPHY, directUseActions, IMPORT_MATERIAL } from "./key-actions";
import { accountRoot } from "./lowering-context";
import { asWritten, iamPrincipals, oneOrMany, toStatement } from "./policy-statement";

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
  readonly databases: ReadonlyMap<string, PlannedDatabase>;
  readonly partition: Partition;
  readonly account: Expression<string> | string;
}

/** What the statements are made from. */
interface StatementInput extends KeyPolicyInput {
  readonly policy: KeyPolicy;
  readonly uses: ReadonlySet<KeyUse>;
  readonly region: RegionName;
  readonly snapshotAccounts: readonly string[];
}

/** The policy document of one key: generated statements, then those of the spec as they are written. */
export function keyPolicyDocument(given: KeyPolicyInput): ValueRecord {
  const { keySet, key, encryption, databases } = given;
  const ref = { keySet: keySet.name, region: key.region };
  const input: StatementInput = {
    ...given,
    policy: key.settings.policy,
    uses: new Set(encryption.usersOf(ref).map(({ use }) => use)),
    region: key.region,
    snapshotAccounts: snapshotAccountsOf(ref, key, encryption, databases),
  };
  const statements: Value[] = [
    ...rootStatements(input),
    ...administratorStatements(input),
    ...declaredGrantStatements(key.settings),
    ...operatorStatements(input),
    ...insightsStatements(input),
    ...secretStatements(input),
    ...userStatements(input),
    ...logStatements(input),
    ...snapshotStatements(input),
    ...denyStatements(input),
    ...input.policy.statements.map(asWritten),
  ];
  return { Version: "2012-10-17", Statement: statements };
}

function rootStatements(input: StatementInput): ValueRecord[] {
  if (!input.policy.accountRoot) return [];
  return [
    toStatement({ sid: "EnableIAMPolicies", principal: { AWS: accountRoot(input) }, actions: ["kms:*"] }),
  ];
}

function administratorStatements({ policy, key, keySet }: StatementInput): ValueRecord[] {
  if (policy.administrators.length === 0) return [];
  const principal = iamPrincipals(policy.administrators);
  const statements = [
    toStatement({ sid: "KeyAdministrators", principal, actions: administratorActions(keySet.spec) }),
  ];
  if (keySet.origin === "external") {
    statements.push(toStatement({ sid: "ImportKeyMaterial", principal, actions: IMPORT_MATERIAL }));
  }
  if (key.kind === "single-region-key") return statements;
  const replicaRegions = policy.allowedReplicaRegions.filter((region) => region !== key.region);
  if (key.kind === "primary-key" && replicaRegions.length > 0) {
    const condition = { StringEquals: { "kms:ReplicaRegion": oneOrMany(replicaRegions) } };
    statements.push(
      toStatement({ sid: "ReplicateKey", principal, actions: ["kms:ReplicateKey"], condition }),
    );
  }
  const condition = {
    StringEquals: { "kms:PrimaryRegion": oneOrMany(sortedUnique([...keySet.keyIn.keys()])) },
  };
  statements.push(
    toStatement({ sid: "UpdatePrimaryRegion", principal, actions: ["kms:UpdatePrimaryRegion"], condition }),
  );
  return statements;
}

/** Databases are created and run through RDS; Terraform and the console also ask KMS directly what a key is. */
function operatorStatements(input: StatementInput): ValueRecord[] {
  const { policy, keySet } = input;
  if (policy.operators.length === 0) return [];
  const principal = iamPrincipals(policy.operators);
  const describe = toStatement({
    sid: "DescribeDirect",
    principal,
    actions: ["kms:DescribeKey", "kms:ListGrants"],
  });
  if (!keySet.purposes.includes("database")) return [describe];
  const use = toStatement({
    sid: "UseViaRds",
    principal,
    actions: [...CRYPTOGRAPHY, "kms:CreateGrant", "kms:DescribeKey", "kms:ListGrants"],
    condition: { StringEquals: viaService("rds", input) },
  });
  return [use, describe, grantsForAwsResources("GrantsForAWSResources", principal)];
}

function insightsStatements(input: StatementInput): ValueRecord[] {
  const { policy, uses } = input;
  if (policy.operators.length === 0 || !uses.has("insights")) return [];
  return [
    toStatement({
      sid: "PerformanceInsights",
      principal: iamPrincipals(policy.operators),
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      condition: {
        StringEquals: {
          ...viaService("rds", input),
          "kms:EncryptionContext:aws:pi:service": "rds",
          "kms:EncryptionContext:service": "pi",
        },
      },
    }),
  ];
}

function secretStatements(input: StatementInput): ValueRecord[] {
  const { policy } = input;
  if (policy.operators.length === 0 || !serves(input, "secret", "secrets")) return [];
  return [
    toStatement({
      sid: "SecretsManager",
      principal: iamPrincipals(policy.operators),
      actions: ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
      condition: { StringEquals: viaService("secretsmanager", input) },
    }),
  ];
}

function userStatements({ policy, keySet }: StatementInput): ValueRecord[] {
  const actions = directUseActions(keySet);
  if (policy.users.length === 0 || actions.length === 0) return [];
  return [toStatement({ sid: "UseDirect", principal: iamPrincipals(policy.users), actions })];
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html */
function logStatements(input: StatementInput): ValueRecord[] {
  if (!serves(input, "logs", "logs")) return [];
  const { region, partition, account } = input;
  const logGroups = template`arn:${partition.name}:logs:${region}:${account}:log-group:/aws/rds/*`;
  return [
    toStatement({
      sid: "CloudWatchLogs",
      principal: { Service: `logs.${region}.${partition.dnsSuffix}` },
      actions: ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } },
    }),
  ];
}

/** What databases use a key for decides; of a key that none uses, its purpose does. */
function serves({ uses, keySet }: StatementInput, use: KeyUse, purpose: KeyPurpose): boolean {
  return uses.size === 0 ? keySet.purposes.includes(purpose) : uses.has(use);
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html */
function snapshotStatements({ snapshotAccounts, partition }: StatementInput): ValueRecord[] {
  if (snapshotAccounts.length === 0) return [];
  const principal = iamPrincipals(
    snapshotAccounts.map((account) => `arn:${partition.name}:iam::${account}:root`),
  );
  return [
    toStatement({
      sid: "SnapshotConsumers",
      principal,
      actions: [...CRYPTOGRAPHY, "kms:CreateGrant", "kms:DescribeKey"],
    }),
    grantsForAwsResources("SnapshotConsumerGrants", principal),
  ];
}

function denyStatements({ policy, key }: StatementInput): ValueRecord[] {
  const statements: ValueRecord[] = [];
  if (key.kind !== "single-region-key") {
    statements.push(
      toStatement({
        sid: "DenyReplicationElsewhere",
        effect: "Deny",
        principal: { AWS: "*" },
        actions: ["kms:ReplicateKey"],
        condition: { StringNotEquals: { "kms:ReplicaRegion": oneOrMany(policy.allowedReplicaRegions) } },
      }),
    );
  }
  if (policy.organizationId !== undefined) {
    statements.push(
      toStatement({
        sid: "DenyOutsideOrganization",
        effect: "Deny",
        principal: { AWS: "*" },
        // What it takes to mend a policy stays possible: KMS refuses a policy that locks its writer out.
        allBut: true,
        actions: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:PutKeyPolicy"],
        condition: {
          StringNotEquals: { "aws:PrincipalOrgID": policy.organizationId },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        },
      }),
    );
  }
  return statements;
}

function grantsForAwsResources(sid: string, principal: ValueRecord): ValueRecord {
  return toStatement({
    sid,
    principal,
    actions: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
    condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
  });
}

/** The condition that a key is used through a service of the key's own Region. */
function viaService(service: string, { region, partition }: StatementInput): ValueRecord {
  return {
    "kms:ViaService": oneOrMany(
      partition.viaServiceSuffixes.map((suffix) => `${service}.${region}.${suffix}`),
    ),
  };
}
