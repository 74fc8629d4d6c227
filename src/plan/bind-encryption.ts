import { membersOf, type PlannedDatabase } from "../model/database";
import type { EncryptionBinding } from "../model/encryption";
import type { KeySet, KeyUse } from "../model/key";
import type { KeyAssignments } from "../model/resolved";

const USES: readonly KeyUse[] = ["storage", "insights", "logs"];

/**
 * Binds the members of a database to the keys that encrypt them. The one place where bindings are made: a
 * key is looked up by the member's own Region and by nothing else. Where there is no such key there is no
 * binding; the rules refuse that.
 */
export function bindEncryption(
  database: PlannedDatabase,
  assignments: KeyAssignments,
  keySets: ReadonlyMap<string, KeySet>,
): readonly EncryptionBinding[] {
  return membersOf(database).flatMap(({ region }) =>
    USES.flatMap((use): EncryptionBinding[] => {
      const keySet = assignments[use];
      if (keySet === undefined || keySets.get(keySet)?.keyIn.has(region) !== true) return [];
      return [{ member: { database: database.name, region }, use, key: { keySet, region } }];
    }),
  );
}
