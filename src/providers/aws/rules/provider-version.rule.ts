import { regionNames } from "../../../base/names";
import type { Rule } from "../../../rules/rule";
import { specsOfProvider6 } from "../catalog/key-specs";
import { DEFAULT_PROVIDER_VERSION } from "../lower-provider";
import { existingIds } from "../../../spec/existing-ids";
import { admitsBetween, admitsMajor } from "../../common/version-constraint";

/** What only version 6 of the provider has is refused where the version constraint admits version 5. */
export const providerVersionRule: Rule = ({ spec, resolved, report, isWritten }) => {
  const { regionStyle = "alias", version } = spec.provider;
  const constraint = version ?? DEFAULT_PROVIDER_VERSION[regionStyle];
  if (!admitsBetween(constraint, [5, 100, 0], [7, 0, 0])) {
    const range = DEFAULT_PROVIDER_VERSION.alias;
    return report("provider/version-unsupported", { constraint, range }, ["provider", "version"]);
  }
  if (!admitsMajor(constraint, 5)) return;
  const at = (path: readonly (string | number)[]) =>
    isWritten(["provider", "version"]) ? ["provider", "version"] : path;
  if (regionStyle === "argument") {
    report(
      "provider/version-admits-5",
      { what: "regionStyle argument", constraint },
      at(["provider", "regionStyle"]),
    );
  }
  for (const { name, origin, spec: keySpec, keyIn } of resolved.keySets.values()) {
    if (keyIn.size === 0 || regionNames(existingIds(spec.keys?.[name]).ids).length > 0) continue;
    const path = ["keys", name, "spec"];
    if (specsOfProvider6.has(keySpec)) {
      report("provider/version-admits-5", { what: `key spec ${keySpec}`, constraint }, path);
    } else if (origin === "external" && keySpec !== "SYMMETRIC_DEFAULT") {
      report(
        "provider/version-admits-5",
        { what: "imported material for other specs than SYMMETRIC_DEFAULT", constraint },
        path,
      );
    }
  }
};
