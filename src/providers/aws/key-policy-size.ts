import { type KeyPolicyInput, keyPolicyDocument } from "./key-policy";

/** Any account: all ids have the same length. */
const SOME_ACCOUNT = "000000000000";

/** The bytes of a key's policy, as KMS counts them, whether the spec names the account or not. */
export function keyPolicyBytes(input: Omit<KeyPolicyInput, "account">, account: string | undefined): number {
  return Buffer.byteLength(JSON.stringify(keyPolicyDocument({ ...input, account: account ?? SOME_ACCOUNT })));
}
