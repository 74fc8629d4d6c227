import { regionNames } from "../../../base/names";
import { regionsOf } from "../../../model/database";
import { canBeNamed } from "../../../model/key";
import { atKey, type Rule, type RuleContext } from "../../../rules/rule";
import { specsOfProvider6 } from "../catalog/key-specs";
import { DEFAULT_PROVIDER_VERSION } from "../lower-provider";
import { existingIds } from "../../../spec/existing-ids";
import { admitsBetween, admitsMajor } from "../../common/version-constraint";

/** What only version 6 of the provider has is refused where the version constraint admits version 5. */
export const providerVersionRule: Rule = (context) => {
  const { spec, resolved, report, isWritten } = context;
  const { regionStyle = "alias", version } = spec.provider;
  const constraint = version ?? DEFAULT_PROVIDER_VERSION[regionStyle];
  if (!admitsBetween(constraint, [5, 100, 0], [7, 0, 0])) {
    const range = DEFAULT_PROVIDER_VERSION.alias;
    return report("provider/version-unsupported", { constraint, range }, ["provider", "version"]);
  }
  checkSovereign(context, constraint);
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

/** What the European Sovereign Cloud came with: https://github.com/hashicorp/terraform-provider-aws/pull/44573 */
const SOVEREIGN = { partition: "aws-eusc", from: "6.16", before: [6, 16, 0] as const };

/** An older provider takes ARNs of keys there for none, and the second plan fails. */
function checkSovereign(
  { spec, resolved, catalog, report, isWritten }: RuleContext,
  constraint: string,
): void {
  if (!admitsBetween(constraint, [5, 100, 0], SOVEREIGN.before)) return;
  for (const [name, database] of resolved.databases) {
    const region = regionsOf(database).find(
      (one) => catalog.regions.get(one)?.partition === SOVEREIGN.partition,
    );
    const strategy = resolved.keySets.get(spec.databases?.[name]?.key ?? "")?.strategy;
    if (region === undefined || strategy === undefined || !canBeNamed(strategy)) continue;
    const place = isWritten(["provider", "version"]) ? ["provider", "version"] : atKey(["databases", name]);
    return report(
      "provider/version-admits-5",
      { what: `a database with keys in ${region}`, constraint, from: SOVEREIGN.from },
      place,
    );
  }
}
