import type { EncryptionBinding } from "../model/encryption";
import type { KeySet } from "../model/key";
import type { KeyAssignment } from "../model/resolved";

/**
 * Binds assignments to keys. The one place where bindings are made: a key is looked up by the Region of what
 * it encrypts and by nothing else. Where there is no such key there is no binding; the rules refuse that.
 */
export function bindEncryption(
  assignments: readonly KeyAssignment[],
  keySets: ReadonlyMap<string, KeySet>,
): readonly EncryptionBinding[] {
  return assignments.flatMap(({ database, use, region, keySet, item }): EncryptionBinding[] => {
    if (keySets.get(keySet)?.keyIn.has(region) !== true) return [];
    const member = { database, region, ...(item === undefined ? {} : { item }) };
    return [{ member, use, key: { keySet, region } }];
  });
}
