import type { ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";

/** What a key is for, as far as its loss and its successor are concerned. */
export type KeyKind = "encryption" | "decryption" | "signing" | "mac";

const KINDS: Readonly<Record<string, KeyKind>> = {
  ASYMMETRIC_DECRYPT: "decryption",
  ASYMMETRIC_SIGN: "signing",
  MAC: "mac",
};

/** What a key is for; without a purpose it encrypts. */
export function keyKindOf({ arguments: { purpose } }: ReviewedResource): KeyKind {
  return KINDS[textOf(purpose)] ?? "encryption";
}

/** What is no longer possible without the versions of a key. */
export const WITHOUT_KEY: Readonly<Record<KeyKind, string>> = {
  encryption:
    "whatever it encrypted, backups too, can never be read again, and databases that it encrypts are suspended",
  decryption: "whatever was encrypted with its public keys can never be read again",
  signing: "nothing can be signed with it any more, and nobody gets its public keys",
  mac: "no authentication code can be made or verified with it any more",
};
