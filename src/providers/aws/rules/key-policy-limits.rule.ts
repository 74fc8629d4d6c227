import { indexEncryption } from "../../../model/encryption";
import { isManagedKey } from "../../../model/key";
import { settingPath } from "../../../rules/keys/settings";
import { atKey, type Rule } from "../../../rules/rule";
import { policyLimits } from "../catalog/policy-limits";
import { keyPolicyBytes } from "../key-policy-size";
import { partitionOf } from "../lowering-context";

/** The policy of every key fits into what KMS takes. */
export const keyPolicyLimitsRule: Rule = (context) => {
  const { spec, resolved, catalog, report } = context;
  const { maximum } = policyLimits.keyPolicyBytes;
  const encryption = indexEncryption(resolved.encryption);
  // One policy for all Regions is wrong in all of them: the first stands for the others.
  const reported = new Set<string>();
  for (const keySet of resolved.keySets.values()) {
    for (const key of keySet.keyIn.values()) {
      const { region } = key;
      const path = settingPath(context, keySet.name, region, ["policy"]);
      if (!isManagedKey(key) || !catalog.regions.has(region) || reported.has(JSON.stringify(path))) continue;
      const partition = partitionOf(region);
      const bytes = keyPolicyBytes(
        { ...resolved, keySet, key, encryption, partition },
        spec.provider.account,
      );
      if (bytes <= maximum) continue;
      report("keys/policy-too-large", { region, bytes, maximum }, atKey(path));
      reported.add(JSON.stringify(path));
    }
  }
};
