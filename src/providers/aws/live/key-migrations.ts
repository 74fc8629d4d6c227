import type {
  Migration,
  MigrationStep,
  ResourceTransition,
  ReviewedResource,
} from "../../../terraform/live-behaviour";
import { step } from "../../common/live/migration-parts";
import { keyKindOf, type KeyKind } from "./key-usage";
import { aliasTo, aws } from "./migration-parts";

/** Strategy, spec, usage and origin of a key are fixed: another key stands beside it until nothing needs it. */
export function newKey(before: ReviewedResource, all: readonly ResourceTransition[]): Migration {
  const old = aliasTo(before.address, all) ?? "<ARN of the old key>";
  const { region } = before;
  const kind = keyKindOf(before, all);
  const arn = `"$(${aws("kms describe-key", region, { "key-id": old, query: "KeyMetadata.Arn", output: "text" })})"`;
  const needs = kind === "encryption" ? "snapshot, backup, log or ciphertext needs" : NEEDS[kind];
  return {
    title: "Add a new key instead of replacing this one",
    steps: [
      step(
        "Take this change back: leave the key set as it is, and add another one with the new settings under another name. Apply.",
      ),
      ...moving(kind, region, old),
      step(
        "See who still uses the old key; ninety days are kept.",
        aws("cloudtrail lookup-events", region, {
          "lookup-attributes": `AttributeKey=ResourceName,AttributeValue=${arn}`,
        }),
      ),
      step(
        `When no ${needs} it any more, take the old key set out of the spec: it can be brought back until its deletion window ends.`,
      ),
    ],
  };
}

/** What keeps a key in use, in a sentence about no such thing. */
const NEEDS: Readonly<Record<Exclude<KeyKind, "encryption">, string>> = {
  "public-key-encryption": "ciphertext needs",
  signing: "signature has to be verified by",
  mac: "authentication code has to be verified by",
  agreement: "secret has to be derived with",
};

/** From the old key to the new one, by what it is for. */
function moving(kind: KeyKind, region: string | undefined, old: string): readonly MigrationStep[] {
  const fresh = "alias/<alias of the new key>";
  const reencrypt = (options: Readonly<Record<string, string>>) =>
    step(
      "Encrypt again what the application encrypted by itself, file by file or row by row.",
      aws("kms re-encrypt", region, {
        "ciphertext-blob": "fileb://<file>",
        "source-key-id": old,
        ...options,
        "destination-key-id": fresh,
      }),
    );
  const publicKey = aws("kms get-public-key", region, { "key-id": fresh });
  switch (kind) {
    case "encryption":
      return [
        step(
          "Move every database that this key encrypts to the new key set: `diff` says how, database by database.",
        ),
        reencrypt({}),
      ];
    case "public-key-encryption":
      return [
        step("Give those who encrypt outside KMS the public key of the new one.", publicKey),
        reencrypt({ "source-encryption-algorithm": "<algorithm>" }),
      ];
    case "signing":
      return [
        step("Give those who verify the public key of the new one, beside that of the old one.", publicKey),
        step("Sign with the new key from then on."),
      ];
    case "mac":
      return [step("Make codes with the new key from then on, and verify with both keys meanwhile.")];
    case "agreement":
      return [step("Give the other side the public key of the new one, and derive secrets anew.", publicKey)];
  }
}
