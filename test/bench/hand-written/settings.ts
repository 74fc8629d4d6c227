import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { TerraformVariable } from "cdktf";
import type { Foundation } from "./foundation";
import { securityGroupIn } from "../large-spec";
import { identifier, named } from "./naming";

/** The provider of a Region, where it is not the default one. */
export function placement({ providerOf }: Foundation, region: string) {
  const provider = providerOf(region);
  return provider === undefined ? {} : { provider };
}

/** What every cluster and every instance by itself has. */
export function commonSettings({ keyOf }: Foundation, region: string) {
  return {
    backupRetentionPeriod: 14,
    copyTagsToSnapshot: true,
    dbSubnetGroupName: "private-databases",
    deletionProtection: true,
    iamDatabaseAuthenticationEnabled: true,
    kmsKeyId: keyOf(region).arn,
    port: 5432,
    storageEncrypted: true,
    vpcSecurityGroupIds: [securityGroupIn(region)],
  };
}

/** What every instance has. */
export function instanceSettings({ keyOf, monitoringRole }: Foundation, region: string) {
  return {
    autoMinorVersionUpgrade: true,
    caCertIdentifier: "rds-ca-rsa2048-g1",
    copyTagsToSnapshot: true,
    dbSubnetGroupName: "private-databases",
    instanceClass: "db.r6g.large",
    monitoringInterval: 60,
    monitoringRoleArn: monitoringRole.arn,
    performanceInsightsEnabled: true,
    performanceInsightsKmsKeyId: keyOf(region).arn,
    performanceInsightsRetentionPeriod: 7,
    publiclyAccessible: false,
  };
}

/** A log group for each log of a cluster or an instance. */
export function addLogGroups(
  foundation: Foundation,
  owner: { readonly kind: "cluster" | "instance"; readonly name: string; readonly region: string },
  logs: readonly string[],
): CloudwatchLogGroup[] {
  const { kind, name, region } = owner;
  return logs.map((log) =>
    named(CloudwatchLogGroup, foundation.stack, identifier(name, log), {
      ...placement(foundation, region),
      name: `/aws/rds/${kind}/fleet-${name.replaceAll("_", "-")}/${log}`,
      retentionInDays: 365,
      kmsKeyId: foundation.keyOf(region).arn,
    }),
  );
}

/** The parameters of PostgreSQL that a parameter group sets. */
export function parameters(forceSsl: { readonly applyMethod?: string }) {
  return [
    { name: "log_min_duration_statement", value: "1000" },
    { name: "log_statement", value: "ddl" },
    { ...forceSsl, name: "rds.force_ssl", value: "1" },
  ];
}

/** The variables through which a master password comes. */
export function addPassword({ stack }: Foundation, database: string, longest: number) {
  const name = `${database}_master_password`;
  const password = new TerraformVariable(stack, `var.${name}`, {
    description: `Master password of database ${database}. Never stored in state or plan.`,
    type: "string",
    sensitive: true,
    validation: [
      {
        condition: `\${length(var.${name}) >= 8 && length(var.${name}) <= ${longest}}`,
        errorMessage: `The password must have 8 to ${longest} characters.`,
      },
      {
        condition: `\${length(regexall("[/\\"@ ]", var.${name})) == 0}`,
        errorMessage: `The password must not contain "/", "@", a double quote or a space.`,
      },
    ],
  });
  password.addOverride("ephemeral", true);
  password.overrideLogicalId(name);
  const version = new TerraformVariable(stack, `var.${name}_version`, {
    description: `Raise it to have a new ${name} take effect.`,
    type: "number",
    default: 1,
  });
  version.overrideLogicalId(`${name}_version`);
  return { password: password.stringValue, version: version.numberValue };
}
