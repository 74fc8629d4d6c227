import type { Decision, NeedConflict } from "../../../model/advice";

const KMS = "https://cloud.google.com/kms/docs";

/** The decision table of key strategies for Cloud SQL, AlloyDB and the applications beside them. */
export const decisions: readonly Decision[] = [
  {
    need: "standing-keys",
    requirement: "Keys that stand already and are managed elsewhere",
    short: "keys that stand already",
    force: "must",
    best: ["existing"],
    meets: ["existing"],
    why: "A database keeps the key that it was created with: keys that stand are used as they are, by their full names.",
    source: `${KMS}/cmek-best-practices`,
  },
  {
    need: "portable-ciphertext",
    requirement: "Clients encrypt, and the ciphertext crosses Regions; active/active",
    short: "ciphertext that crosses Regions",
    force: "must",
    best: ["multi-region"],
    meets: ["multi-region", "existing"],
    why: "One key in a multi-region location serves every Region of a geography under one name. Keys of single Regions cannot open each other's ciphertext.",
    how: "Give database storage a key set of its own: no database takes a multi-region key.",
    source: `${KMS}/locations`,
  },
  {
    need: "storage",
    requirement: "Storage of databases with keys of your own",
    short: "database storage",
    force: "wish",
    best: ["single-region"],
    meets: ["single-region", "existing"],
    why: "Cloud SQL and AlloyDB take a key of the member's own Region and no other: each Region has a key ring and a key of its own.",
    source: "https://cloud.google.com/sql/docs/postgres/cmek",
  },
];

/** Needs that no one key set can meet. */
export const conflicts: readonly NeedConflict[] = [
  {
    needs: ["storage", "portable-ciphertext"],
    advice:
      "Give clients a key set of their own in a multi-region location, and databases one of single Regions.",
    source: `${KMS}/locations`,
  },
];
