import { related, type Rule } from "../../../rules/rule";

/** Google's default encryption is what an organization may not want: https://cloud.google.com/kms/docs/cmek-org-policy. */
export const defaultEncryptionRule: Rule = ({ resolved, report }) => {
  const reported = new Set<string>();
  for (const { database, keySet, path } of resolved.assignments) {
    if (resolved.keySets.get(keySet)?.strategy !== "provider-managed" || reported.has(database)) continue;
    reported.add(database);
    report("keys/default-encryption", { keySet, database }, path, [
      related("the key set stands here", ["keys", keySet]),
    ]);
  }
};
