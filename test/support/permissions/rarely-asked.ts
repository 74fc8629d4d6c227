/** Actions that a deployment needs, though not in the life that an example has in the emulator; and when it does. */
export const RARELY_ASKED: Readonly<Record<string, string>> = {
  "iam:UpdateAssumeRolePolicy": "somebody has changed whom the monitoring role trusts",
  "kms:DisableKey": "no database uses a key any longer, and the spec disables it",
  "kms:EnableKey": "somebody has disabled a key, or the spec has",
  "kms:GetParametersForImport": "material is given in a variable; the emulator imports none",
  "kms:ImportKeyMaterial": "material is given in a variable; the emulator imports none",
  "kms:UpdateAlias": "a key set changes its strategy, and the alias moves to the new key",
  "logs:DisassociateKmsKey": "the key of the logs is taken from the spec",
  "rds:PromoteReadReplica": "the runbook of a failover takes the source from a replica",
};

/** What is superfluous, but for the actions that are asked rarely. */
export function unexplained(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => RARELY_ASKED[part.split(" ")[1] ?? ""] === undefined);
}
