import { isKeptOutside, type KeySet } from "../../model/key";

/**
 * Whether the versions of the keys are made outside of Terraform: by importing key material, or in a key manager
 * outside (https://cloud.google.com/kms/docs/ekm). Such keys are created empty, and Cloud KMS does not rotate them.
 */
export function hasVersionsMadeOutside({ origin, protection }: KeySet): boolean {
  return origin === "external" || isKeptOutside(protection);
}
