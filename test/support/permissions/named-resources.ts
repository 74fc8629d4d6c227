import { mustGet } from "../../../src/base/invariant";
import { regions } from "../../../src/providers/aws/catalog/regions";
import type { RecordedCall } from "../emulator/recorded-calls";

/** The parameters in which calls name resources of a type; AWS's reference has the types and the forms of their ARNs. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  "iam role": ["RoleName"],
  "kms alias": ["AliasName"],
  "kms key": ["KeyId", "TargetKeyId"],
  "logs log-group": ["logGroupName", "resourceArn"],
  "rds auto-backup": ["ResourceName", "DBInstanceAutomatedBackupsArn"],
  "rds cluster": ["DBClusterIdentifier", "DbClusterIdentifier", "SourceDBClusterIdentifier", "ResourceName"],
  "rds cluster-pg": ["DBClusterParameterGroupName", "ResourceName"],
  "rds cluster-snapshot": [
    "FinalDBSnapshotIdentifier",
    "SourceDBClusterSnapshotIdentifier",
    "TargetDBClusterSnapshotIdentifier",
    "DBClusterSnapshotIdentifier",
    "ResourceName",
  ],
  "rds db": ["DBInstanceIdentifier", "SourceDBInstanceIdentifier", "SourceDBInstanceArn", "ResourceName"],
  "rds global-cluster": ["GlobalClusterIdentifier", "ResourceName"],
  "rds og": ["OptionGroupName"],
  "rds pg": ["DBParameterGroupName", "ResourceName"],
  "rds snapshot": [
    "FinalDBSnapshotIdentifier",
    "SourceDBSnapshotIdentifier",
    "TargetDBSnapshotIdentifier",
    "DBSnapshotIdentifier",
    "ResourceName",
  ],
  "rds subgrp": ["DBSubnetGroupName", "ResourceName"],
  "s3 bucket": ["bucket"],
  "s3 object": ["object"],
};

/** What stands in the place of a name that a call does not have: RDS takes the account's own, or makes the name. */
const UNNAMED: Readonly<Record<string, string>> = {
  "kms key": "unnamed",
  "rds auto-backup": "ab-unnamed",
  "rds cluster-pg": "default.unnamed",
  "rds og": "default:unnamed",
  "rds pg": "default.unnamed",
  "rds subgrp": "default",
};

/** The ARNs of the resources of a type that a call names, in an account. */
export function namedResources(call: RecordedCall, type: string, account: string): readonly string[] {
  const names = (PARAMETERS[`${call.service} ${type}`] ?? []).flatMap((name) =>
    textOf(call.parameters[name]),
  );
  return names.flatMap((name) =>
    name.startsWith("arn:") ? ofType(name, call.service, type) : [arnOf(call, type, name, account)],
  );
}

/** The ARN of what a call must have though it does not say which; undefined where it may have none. */
export function unnamedResource(call: RecordedCall, type: string, account: string): string | undefined {
  const name = UNNAMED[`${call.service} ${type}`];
  return name === undefined ? undefined : arnOf(call, type, name, account);
}

/** Resources of these types are in no Region. */
const GLOBAL_TYPES = ["iam role", "rds global-cluster"];

/** The ARN of a resource where a call is made. */
export function arnOf(
  { service, region }: RecordedCall,
  type: string,
  name: string,
  account: string,
): string {
  const { partition } = mustGet(regions, region);
  if (service === "s3") return `arn:${partition}:s3:::${name}`;
  const place = GLOBAL_TYPES.includes(`${service} ${type}`) ? "" : region;
  return `arn:${partition}:${service}:${place}:${account}:${withType(service, type, name)}`;
}

/** `role/…`, `db:…`; an alias says of itself that it is one. */
function withType(service: string, type: string, name: string): string {
  if (type === "alias") return name;
  return `${type}${["iam", "kms"].includes(service) ? "/" : ":"}${name}`;
}

function ofType(arn: string, service: string, type: string): readonly string[] {
  const [, , ofService, , , ...rest] = arn.split(":");
  const resource = rest.join(":");
  return ofService === service && (resource.startsWith(`${type}:`) || resource.startsWith(`${type}/`))
    ? [arn]
    : [];
}

function textOf(value: unknown): readonly string[] {
  return typeof value === "string" && value !== "" ? [value] : [];
}
