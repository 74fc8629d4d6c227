import { originalName } from "../../../model/former-names";
import { CUSTOMER_MANAGED } from "../../../rules/keys/settings";
import { atKey, type Rule } from "../../../rules/rule";
import { protectionsOf } from "../catalog/key-specs";
import { keyNameLength } from "../catalog/limits";

/** Keys that are created have a spec that their protection has, and a name that is not too long. */
export const keySpecsRule: Rule = ({ spec, resolved, catalog, report }) => {
  for (const keySet of resolved.keySets.values()) {
    const { name, strategy, spec: algorithm, protection } = keySet;
    if (!CUSTOMER_MANAGED.includes(strategy)) continue;
    const protections = protectionsOf(algorithm);
    if (catalog.keySpecs.has(algorithm) && !protections.includes(protection)) {
      const field = spec.keys?.[name]?.protection === undefined ? "spec" : "protection";
      const parameters = { spec: algorithm, protection, protections };
      report("keys/spec-not-in-protection", parameters, ["keys", name, field]);
    }
    const { length } = originalName(keySet);
    const { maximum } = keyNameLength;
    if (length > maximum) report("keys/name-too-long", { name, length, maximum }, atKey(["keys", name]));
  }
};
