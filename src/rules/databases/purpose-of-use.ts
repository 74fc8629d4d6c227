import type { KeyPurpose, KeyUse } from "../../model/key";

/** What a key set must be for where it is named for a use. */
export const PURPOSE_OF_USE: Readonly<Record<KeyUse, KeyPurpose>> = {
  storage: "database",
  insights: "database",
  logs: "logs",
  secret: "secrets",
  "backup-replication": "database",
  "snapshot-copy": "database",
};
