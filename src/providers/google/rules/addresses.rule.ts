import { isManagedKey } from "../../../model/key";
import { managedSettings, settingPath } from "../../../rules/keys/settings";
import type { Rule, RuleContext } from "../../../rules/rule";
import { reportAddressClashes, type NamedResource } from "../../common/rules/address-clash";
import { keyName } from "../lowering/keys";
import { grantsOf, memberNames } from "../lowering/key-access";

/**
 * Names of resources are words with `_` between them, and those of members of a key end with the member. So a member
 * of one key set may be called what a member of a key set with a longer name is called.
 */
export const addressesRule: Rule = (context) => {
  reportAddressClashes(context, keyMembers(context));
};

function keyMembers(context: RuleContext): readonly NamedResource[] {
  return managedSettings(context).flatMap(({ keySet: name, region, settings }) => {
    const keySet = context.resolved.keySets.get(name);
    const key = keySet?.keyIn.get(region);
    if (keySet === undefined || key === undefined || !isManagedKey(key)) return [];
    return grantsOf(keySet).flatMap(({ list, kind }) =>
      memberNames(keyName(name, key), kind, settings.policy[list]).map((address, index) => ({
        address: `google_kms_crypto_key_iam_member.${address}`,
        what: `"${settings.policy[list][index] ?? ""}" of key set "${name}" in ${region}`,
        path: settingPath(context, name, region, ["policy", list]),
      })),
    );
  });
}
