import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import { KmsAlias } from "@cdktf/provider-aws/lib/kms-alias";
import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import type { TerraformStack } from "cdktf";
import { mustGet } from "../../../src/base/invariant";
import { addMap, identifier, named } from "./naming";

const ACCOUNT = "111122223333";

/** What every database builds on. */
export interface Foundation {
  readonly stack: TerraformStack;
  readonly home: string;
  readonly regions: readonly string[];
  /** Undefined for the Region of the provider block without an alias. */
  readonly providerOf: (region: string) => AwsProvider | undefined;
  readonly keyOf: (region: string) => KmsKey;
  readonly monitoringRole: IamRole;
}

/** A provider and a key for each Region, and the role of Enhanced Monitoring. */
export function addFoundation(stack: TerraformStack, regions: readonly string[], home: string): Foundation {
  stack.addOverride("terraform.required_version", ">= 1.11.0");
  const providers = new Map(
    regions.map((region) => {
      const alias = region === home ? {} : { alias: identifier(region) };
      return [
        region,
        new AwsProvider(stack, `aws-${region}`, { ...alias, region, allowedAccountIds: [ACCOUNT] }),
      ];
    }),
  );
  const providerOf = (region: string) => (region === home ? undefined : mustGet(providers, region));
  const keys = new Map(regions.map((region) => [region, addKey(stack, region, providerOf(region))]));
  addMap(
    stack,
    "storage_key_arns",
    "ARN of the key of key set storage in each Region.",
    keys,
    ({ arn }) => arn,
  );
  addMap(
    stack,
    "storage_key_ids",
    "Id of the key of key set storage in each Region.",
    keys,
    ({ keyId }) => keyId,
  );
  const aliases = new Map([...keys].map(([region, key]) => [region, addAlias(stack, region, key)]));
  addMap(
    stack,
    "storage_alias_arns",
    "ARN of the alias of key set storage in each Region.",
    aliases,
    ({ arn }) => arn,
  );
  const keyOf = (region: string) => mustGet(keys, region);
  return { stack, home, regions, providerOf, keyOf, monitoringRole: addMonitoringRole(stack) };
}

function addKey(stack: TerraformStack, region: string, provider: AwsProvider | undefined): KmsKey {
  return named(KmsKey, stack, identifier("storage", region), {
    ...(provider && { provider }),
    description: `fleet/storage: key in ${region} for databases`,
    deletionWindowInDays: 30,
    enableKeyRotation: true,
    rotationPeriodInDays: 365,
    isEnabled: true,
    multiRegion: false,
    policy: JSON.stringify({ Version: "2012-10-17", Statement: statements(region) }),
    lifecycle: { preventDestroy: true },
  });
}

function statements(region: string) {
  const [Effect, Resource] = ["Allow", "*"];
  const Principal = { AWS: `arn:aws:iam::${ACCOUNT}:role/DatabaseDeployer` };
  const viaRds = { "kms:ViaService": `rds.${region}.amazonaws.com` };
  const use = ["kms:CreateGrant", "kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey*"];
  const insights = { "kms:EncryptionContext:aws:pi:service": "rds", "kms:EncryptionContext:service": "pi" };
  const logGroups = `arn:aws:logs:${region}:${ACCOUNT}:log-group:/aws/rds/*`;
  return [
    {
      ...{ Sid: "EnableIAMPolicies", Effect, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } },
      ...{ Action: "kms:*", Resource },
    },
    {
      ...{
        Sid: "UseViaRds",
        Effect,
        Principal,
        Action: [...use, "kms:ListGrants", "kms:ReEncrypt*"],
        Resource,
      },
      Condition: { StringEquals: viaRds },
    },
    { Sid: "DescribeDirect", Effect, Principal, Action: ["kms:DescribeKey", "kms:ListGrants"], Resource },
    {
      ...{ Sid: "GrantsForAWSResources", Effect, Principal, Resource },
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
    {
      ...{
        Sid: "PerformanceInsights",
        Effect,
        Principal,
        Action: ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource,
      },
      Condition: { StringEquals: { ...viaRds, ...insights } },
    },
    {
      ...{ Sid: "CloudWatchLogs", Effect, Principal: { Service: `logs.${region}.amazonaws.com` }, Resource },
      Action: ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Condition: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": logGroups } },
    },
  ];
}

function addAlias(stack: TerraformStack, region: string, key: KmsKey): KmsAlias {
  return named(KmsAlias, stack, identifier("storage", region), {
    ...(key.provider && { provider: key.provider }),
    name: "alias/fleet/storage",
    targetKeyId: key.keyId,
  });
}

function addMonitoringRole(stack: TerraformStack): IamRole {
  const role = named(IamRole, stack, "rds_monitoring", {
    name: "fleet-rds-monitoring",
    description: "Enhanced Monitoring of the databases of fleet",
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          ...{ Sid: "AssumeRole", Effect: "Allow", Principal: { Service: "monitoring.rds.amazonaws.com" } },
          ...{ Action: "sts:AssumeRole", Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } },
        },
      ],
    }),
  });
  named(IamRolePolicyAttachment, stack, "rds_monitoring", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  });
  return role;
}
