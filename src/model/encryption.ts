import type { RegionName } from "../base/names";
import type { KeyUse } from "./key";

/** A member of a database: there is one in each Region of the database. */
export interface MemberRef {
  readonly database: string;
  readonly region: RegionName;
}

/** A key: there is one in each Region of the key set. */
export interface KeyRef {
  readonly keySet: string;
  readonly region: RegionName;
}

/**
 * What encrypts what. Built by `plan/bind-encryption` alone, which takes the key of the member's own Region:
 * a binding across Regions cannot be expressed.
 */
export interface EncryptionBinding {
  readonly member: MemberRef;
  readonly use: KeyUse;
  readonly key: KeyRef;
}

/** The bindings of a deployment, by member and by key. */
export interface EncryptionIndex {
  /** The key that serves a use of a member; none where the provider's own key serves without being named. */
  readonly keyOf: (member: MemberRef, use: KeyUse) => KeyRef | undefined;
  /** What databases use a key for. */
  readonly usesOf: (key: KeyRef) => ReadonlySet<KeyUse>;
}

/** Indexes bindings, so that each lookup takes the same time however large the deployment is. */
export function indexEncryption(bindings: readonly EncryptionBinding[]): EncryptionIndex {
  const keys = new Map<string, KeyRef>();
  const uses = new Map<string, Set<KeyUse>>();
  for (const { member, use, key } of bindings) {
    keys.set(`${member.database} ${member.region} ${use}`, key);
    const known = uses.get(`${key.keySet} ${key.region}`);
    if (known === undefined) uses.set(`${key.keySet} ${key.region}`, new Set([use]));
    else known.add(use);
  }
  return {
    keyOf: ({ database, region }, use) => keys.get(`${database} ${region} ${use}`),
    usesOf: ({ keySet, region }) => uses.get(`${keySet} ${region}`) ?? new Set(),
  };
}
