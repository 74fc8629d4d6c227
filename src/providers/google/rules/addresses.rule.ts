import { isManagedKey } from "../../../model/key";
import { managedSettings, settingPath } from "../../../rules/keys/settings";
import type { Rule, RuleContext } from "../../../rules/rule";
import { reportAddressClashes, type NamedResource } from "../../common/rules/address-clash";
import { keyName } from "../lowering/keys";
import { memberNames } from "../lowering/key-access";

/** The lists of a policy, and the words in the names of what is made from them. */
const LISTS = [
  ["administrators", "admin"],
  ["operators", "operator"],
  ["users", "user"],
] as const;

/**
 * Names of resources are words with `_` between them, and those of members of a key end with the member. So a member
 * of one key set may be called what a member of a key set with a longer name is called.
 */
export const addressesRule: Rule = (context) => {
  reportAddressClashes(context, keyMembers(context));
};

function keyMembers(context: RuleContext): readonly NamedResource[] {
  return managedSettings(context).flatMap(({ keySet: name, region, settings }) => {
    const key = context.resolved.keySets.get(name)?.keyIn.get(region);
    if (key === undefined || !isManagedKey(key)) return [];
    return LISTS.flatMap(([list, kind]) =>
      memberNames(keyName(name, key), kind, settings.policy[list]).map((address, index) => ({
        address: `google_kms_crypto_key_iam_member.${address}`,
        what: `"${settings.policy[list][index] ?? ""}" of key set "${name}" in ${region}`,
        path: settingPath(context, name, region, ["policy", list]),
      })),
    );
  });
}
