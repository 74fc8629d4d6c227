import { indexEncryption } from "../../../model/encryption";
import { isManagedKey } from "../../../model/key";
import { atKey, type Rule } from "../../../rules/rule";
import { policyLimits } from "../catalog/policy-limits";
import { keyPolicyDocument } from "../key-policy";
import { partitionOf } from "../lowering-context";

/** Any account: all ids have the same length. */
const SOME_ACCOUNT = "000000000000";

/** The policy of every key fits into what KMS takes. */
export const keyPolicyLimitsRule: Rule = ({ spec, resolved, catalog, report }) => {
  const { maximum } = policyLimits.keyPolicyBytes;
  const account = spec.provider.account ?? SOME_ACCOUNT;
  const encryption = indexEncryption(resolved.encryption);
  for (const keySet of resolved.keySets.values()) {
    for (const key of keySet.keyIn.values()) {
      const { region } = key;
      if (!isManagedKey(key) || !catalog.regions.has(region)) continue;
      const document = keyPolicyDocument({
        keySet,
        key,
        encryption,
        partition: partitionOf(region),
        account,
      });
      const bytes = Buffer.byteLength(JSON.stringify(document));
      if (bytes > maximum)
        report("keys/policy-too-large", { region, bytes, maximum }, atKey(["keys", keySet.name, "policy"]));
    }
  }
};
