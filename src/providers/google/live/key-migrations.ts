import type { Migration, MigrationStep } from "../../../terraform/live-behaviour";
import { plain, step, type Replacement } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";
import { keyKindOf, type KeyKind } from "./key-usage";

/**
 * Purpose, protection level and location of a key are fixed: another key stands beside it until nothing needs it
 * (https://cloud.google.com/kms/docs/re-encrypt-data).
 */
export function newKey({ before, after }: Replacement): Migration {
  const { key_ring: ring, name } = before.arguments;
  const old = `${plain(ring) ?? "<key ring>"}/cryptoKeys/${textOf(name)}`;
  const kind = keyKindOf(before);
  const isRenamed = textOf(name) !== textOf(after.arguments["name"]);
  return {
    title: "Add a new key instead of replacing this one",
    steps: [
      step(
        "Take this change back: leave the key set as it is, and add another one with the new settings under another name. Apply.",
      ),
      ...moving(kind, old),
      step(
        `When no ${NEEDS[kind]} it any more, take the old key set out of the spec: its versions can be restored until they are destroyed${isRenamed ? "" : ", and its name is never free again"}.`,
      ),
    ],
  };
}

/** What keeps a key in use, in a sentence about no such thing. */
const NEEDS: Readonly<Record<KeyKind, string>> = {
  encryption: "database, backup or ciphertext needs",
  decryption: "ciphertext needs",
  signing: "signature has to be made or verified by",
  mac: "authentication code has to be verified by",
};

const NEW_KEY = "<full name of the new key>";

/** From the old key to the new one, by what it is for. */
function moving(kind: KeyKind, old: string): readonly MigrationStep[] {
  const publicKey = `gcloud kms keys versions get-public-key <version> --key=${NEW_KEY} --output-file=<file>`;
  switch (kind) {
    case "encryption":
      return [
        step(
          "Move every database that this key encrypts to the new key set: `diff` says how, database by database. `gcloud sql instances reencrypt` helps after a rotation only: it takes the newest version of the same key.",
        ),
        step(
          "Encrypt again what the application encrypted by itself, file by file or row by row.",
          `gcloud kms decrypt --key=${old} --ciphertext-file=<file> --plaintext-file=- | gcloud kms encrypt --key=${NEW_KEY} --plaintext-file=- --ciphertext-file=<new file>`,
        ),
        step(
          "See what still uses the old key.",
          `gcloud kms inventory get-protected-resources-summary --keyname=${old}`,
        ),
      ];
    case "decryption":
      return [
        step("Give those who encrypt the public key of the new one.", publicKey),
        step(
          "Decrypt what is there with the old key, and encrypt it again with the new public key.",
          `gcloud kms asymmetric-decrypt --version=<version> --key=${old} --ciphertext-file=<file> --plaintext-file=<new file>`,
        ),
      ];
    case "signing":
      return [
        step("Give those who verify the public key of the new one, beside that of the old one.", publicKey),
        step("Sign with the new key from then on."),
      ];
    case "mac":
      return [step("Make codes with the new key from then on, and verify with both keys meanwhile.")];
  }
}
