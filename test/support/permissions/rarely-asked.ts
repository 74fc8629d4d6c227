/** Actions that a deployment needs, though not in the life that an example has in the emulator; and when it does. */
export const RARELY_ASKED: Readonly<Record<string, string>> = {
  "iam:UpdateAssumeRolePolicy": "somebody has changed whom the monitoring role trusts",
  "kms:DisableKey": "no database uses a key any longer, and the spec disables it",
  "kms:EnableKey": "somebody has disabled a key, or the spec has",
  "kms:GetParametersForImport": "material is given in a variable; the emulator imports none",
  "kms:ImportKeyMaterial": "material is given in a variable; the emulator imports none",
  "kms:UpdateAlias": "a key set changes its strategy, and the alias moves to the new key",
  "logs:DisassociateKmsKey": "the key of the logs is taken from the spec",
  "rds:ModifyDBSubnetGroup": "a Region is given other subnets",
  "rds:PromoteReadReplica": "the runbook of a failover takes the source from a replica",
};

/** Actions that are asked when a change is taken back, and by destruction: a life that is cut short has neither. */
export const ASKED_LATER: readonly string[] = [
  ...["iam:DeleteRole", "iam:DetachRolePolicy", "iam:ListInstanceProfilesForRole", "iam:UntagRole"],
  ...["kms:DeleteAlias", "kms:UntagResource"],
  ...["logs:DeleteLogGroup", "logs:UntagResource"],
  ...["rds:DeleteDBClusterParameterGroup", "rds:DeleteDBInstance", "rds:DeleteDBParameterGroup"],
  ...["rds:DeleteDBSnapshot", "rds:DeleteDBSubnetGroup", "rds:ModifyDBCluster", "rds:ModifyGlobalCluster"],
  ...["rds:ModifyDBInstance", "rds:RemoveTagsFromResource", "rds:ResetDBClusterParameterGroup"],
  ...["rds:ResetDBParameterGroup", "rds:StopDBInstanceAutomatedBackupsReplication"],
];

/** What is superfluous, but for the actions that are asked rarely, or later. */
export function unexplained(parts: readonly string[], later: readonly string[] = []): readonly string[] {
  return parts.filter((part) => {
    const [, name = ""] = part.split(" ");
    return RARELY_ASKED[name] === undefined && !later.includes(name);
  });
}
