import type { Migration } from "../../../terraform/live-behaviour";
import { plain, step, type Replacement } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";

/**
 * Purpose, protection level and location of a key are fixed: another key stands beside it until nothing needs it
 * (https://cloud.google.com/kms/docs/re-encrypt-data).
 */
export function newKey({ before, after }: Replacement): Migration {
  const { key_ring: ring, name } = before.arguments;
  const old = `${plain(ring) ?? "<key ring>"}/cryptoKeys/${textOf(name)}`;
  const isRenamed = textOf(name) !== textOf(after.arguments["name"]);
  return {
    title: "Add a new key instead of replacing this one",
    steps: [
      step(
        "Take this change back: leave the key set as it is, and add another one with the new settings under another name. Apply.",
      ),
      step(
        "Move every database that this key encrypts to the new key set: `diff` says how, database by database. `gcloud sql instances reencrypt` helps after a rotation only: it takes the newest version of the same key.",
      ),
      step(
        "Encrypt again what the application encrypted by itself, file by file or row by row.",
        `gcloud kms decrypt --key=${old} --ciphertext-file=<file> --plaintext-file=- | gcloud kms encrypt --key=<full name of the new key> --plaintext-file=- --ciphertext-file=<new file>`,
      ),
      step(
        "See what still uses the old key.",
        `gcloud kms inventory get-protected-resources-summary --keyname=${old}`,
      ),
      step(
        `When no database, backup or ciphertext needs it any more, take the old key set out of the spec: its versions can be restored until they are destroyed${isRenamed ? "" : ", and its name is never free again"}.`,
      ),
    ],
  };
}
