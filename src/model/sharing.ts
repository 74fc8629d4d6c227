import { sortedUnique } from "../base/ordering";
import type { PlannedDatabase } from "./database";
import type { EncryptionIndex, KeyRef } from "./encryption";
import type { ManagedKey } from "./key";

/**
 * The accounts that may use a key for snapshots shared with them: those of its policy, and those that the
 * databases it encrypts share their snapshots with.
 */
export function snapshotAccountsOf(
  ref: KeyRef,
  key: ManagedKey,
  encryption: EncryptionIndex,
  databases: ReadonlyMap<string, PlannedDatabase>,
): readonly string[] {
  const ofDatabases = encryption
    .usersOf(ref)
    .filter(({ use }) => use === "storage")
    .flatMap(({ member }) => databases.get(member.database)?.snapshotAccounts ?? []);
  return sortedUnique([...key.settings.policy.snapshotAccounts, ...ofDatabases]);
}
