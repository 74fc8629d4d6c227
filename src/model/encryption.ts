import type { RegionName } from "../base/names";
import type { KeyUse } from "./key";

/** What of a database is encrypted: what it has in a Region. */
export interface MemberRef {
  readonly database: string;
  readonly region: RegionName;
  /** Which one, where there may be several of a use in a Region: the place in the list of snapshot copies. */
  readonly item?: number;
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
  /** What uses a key. */
  readonly usersOf: (key: KeyRef) => readonly EncryptionBinding[];
}

/** Indexes bindings, so that each lookup takes the same time however large the deployment is. */
export function indexEncryption(bindings: readonly EncryptionBinding[]): EncryptionIndex {
  const keys = new Map<string, KeyRef>();
  const users = new Map<string, EncryptionBinding[]>();
  for (const binding of bindings) {
    const { member, use, key } = binding;
    keys.set(nameOf(member, use), key);
    const known = users.get(`${key.keySet} ${key.region}`);
    if (known === undefined) users.set(`${key.keySet} ${key.region}`, [binding]);
    else known.push(binding);
  }
  return {
    keyOf: (member, use) => keys.get(nameOf(member, use)),
    usersOf: ({ keySet, region }) => users.get(`${keySet} ${region}`) ?? [],
  };
}

function nameOf({ database, region, item }: MemberRef, use: KeyUse): string {
  return `${database} ${region} ${use} ${item ?? ""}`;
}
