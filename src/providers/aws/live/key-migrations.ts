import type { Migration, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { step } from "../../common/live/migration-parts";
import { aliasTo, aws } from "./migration-parts";

/** Strategy, spec, usage and origin of a key are fixed: another key stands beside it until nothing needs it. */
export function newKey(before: ReviewedResource, all: readonly ResourceTransition[]): Migration {
  const old = aliasTo(before.address, all) ?? "<ARN of the old key>";
  const { region } = before;
  const arn = `"$(${aws("kms describe-key", region, { "key-id": old, query: "KeyMetadata.Arn", output: "text" })})"`;
  return {
    title: "Add a new key instead of replacing this one",
    steps: [
      step(
        "Take this change back: leave the key set as it is, and add another one with the new settings under another name. Apply.",
      ),
      step(
        "Move every database that this key encrypts to the new key set: `diff` says how, database by database.",
      ),
      step(
        "Encrypt again what the application encrypted by itself, file by file or row by row.",
        aws("kms re-encrypt", region, {
          "ciphertext-blob": "fileb://<file>",
          "source-key-id": old,
          "destination-key-id": "alias/<alias of the new key>",
        }),
      ),
      step(
        "See who still uses the old key; ninety days are kept.",
        aws("cloudtrail lookup-events", region, {
          "lookup-attributes": `AttributeKey=ResourceName,AttributeValue=${arn}`,
        }),
      ),
      step(
        "When no snapshot, backup, log or ciphertext needs it any more, take the old key set out of the spec: it can be brought back until its deletion window ends.",
      ),
    ],
  };
}
