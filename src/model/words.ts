import type { DatabaseMember, PlannedDatabase } from "./database";
import type { KeyUse, PlannedKey } from "./key";

const KEY_WORDS: Readonly<Record<PlannedKey["kind"], string>> = {
  "primary-key": "multi-Region primary key",
  "replica-key": "replica key",
  "single-region-key": "single-Region key",
  "location-key": "multi-region key",
  "existing-key": "existing key",
  "provider-managed-key": "provider managed key",
  "provider-owned-key": "provider owned key",
};

/** What a key is, in words, with its location where that is more than a Region. */
export function keyWords(key: PlannedKey): string {
  const words = KEY_WORDS[key.kind];
  return key.kind === "location-key" ? `${words} in ${key.location}` : words;
}

const USE_WORDS: Readonly<Record<KeyUse, string>> = {
  storage: "storage",
  insights: "performance history",
  logs: "logs",
  secret: "master secret",
  "backup-replication": "replicated backups",
  "snapshot-copy": "snapshot copies",
};

/** What a key encrypts of a database, in words. */
export function useWords(use: KeyUse): string {
  return USE_WORDS[use];
}

/** Every use of a key, storage first. */
export const KEY_USES = Object.keys(USE_WORDS) as readonly KeyUse[];

/** What a member is, in words. */
export function memberWords(database: PlannedDatabase, member: DatabaseMember): string {
  switch (member.kind) {
    case "replica":
      return isForDisaster(database, member) ? "read replica for disasters" : "read replica";
    case "instance":
      return database.topology === "read-replicas" ? "source instance" : "instance";
    case "cluster": {
      const role = database.topology === "global-database" ? `${member.role} cluster` : "cluster";
      return member.instanceIdentifiers.length === 0 ? `headless ${role}` : role;
    }
  }
}

/** Whether a read replica is the one that takes over in a disaster. */
export function isForDisaster(database: PlannedDatabase, { region }: DatabaseMember): boolean {
  return database.topology === "read-replicas" && database.drRegion === region;
}
