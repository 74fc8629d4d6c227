import type { ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";

/** What a key is for, as far as its loss and its successor are concerned. */
export type KeyKind = "encryption" | "public-key-encryption" | "signing" | "mac" | "agreement";

const KINDS: Readonly<Record<string, KeyKind>> = {
  SIGN_VERIFY: "signing",
  GENERATE_VERIFY_MAC: "mac",
  KEY_AGREEMENT: "agreement",
};

/** What a key is for; a replica key is for what its primary key is for, where that is among the resources. */
export function keyKindOf(key: ReviewedResource, all: readonly ResourceTransition[]): KeyKind {
  const { arguments: given } = primaryOf(key, all) ?? key;
  const spec = given["customer_master_key_spec"] ?? given["key_spec"] ?? "SYMMETRIC_DEFAULT";
  const other = KINDS[textOf(given["key_usage"])];
  return other ?? (spec === "SYMMETRIC_DEFAULT" ? "encryption" : "public-key-encryption");
}

/** The primary key of a replica key, on either side. */
function primaryOf(
  { arguments: given }: ReviewedResource,
  all: readonly ResourceTransition[],
): ReviewedResource | undefined {
  const address = primaryAddress(given);
  return all.flatMap(({ before, after }) => [before, after]).find((one) => one?.address === address);
}

/** The address of the primary key that a replica key names. */
export function primaryAddress(given: ReviewedResource["arguments"]): string | undefined {
  return /aws_kms_(?:external_)?key\.[\w-]+/.exec(textOf(given["primary_key_arn"]))?.[0];
}

/** What is no longer possible without the key. */
export const WITHOUT_KEY: Readonly<Record<KeyKind, string>> = {
  encryption: "every snapshot, backup, log and ciphertext that it encrypted becomes undecryptable",
  "public-key-encryption": "everything that was encrypted with its public key becomes undecryptable",
  signing: "nothing can be signed with it any more, and KMS verifies none of its signatures",
  mac: "no authentication code can be made or verified with it any more",
  agreement: "no shared secret can be derived with it any more",
};
