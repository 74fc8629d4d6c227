import { type KeyPolicyInput, keyPolicyDocument } from "./key-policy";

/** Any account: all ids have the same length. */
const SOME_ACCOUNT = "000000000000";

/**
 * What Terraform's `jsonencode` writes as six characters, `\u0026`, which KMS gets and counts:
 * https://developer.hashicorp.com/terraform/language/functions/jsonencode. Go's encoder does the same with line separators.
 */
const ESCAPED = /[<>&\u2028\u2029]/g;
const SIX_BYTES = "\\u0000";

/** The bytes of a key's policy, as KMS counts them, whether the spec names the account or not. */
export function keyPolicyBytes(input: Omit<KeyPolicyInput, "account">, account: string | undefined): number {
  const document = keyPolicyDocument({ ...input, account: account ?? SOME_ACCOUNT });
  return Buffer.byteLength(JSON.stringify(document).replace(ESCAPED, SIX_BYTES));
}
