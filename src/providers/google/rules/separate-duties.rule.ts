import { managedSettings, placesOf } from "../../../rules/keys/settings";
import { related, type Rule } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { asRegionName } from "../../../base/names";
import type { DeploymentSpec } from "../../../spec/schema/deployment";

/** Nobody both manages and uses a key: https://cloud.google.com/kms/docs/separation-of-duties. */
export const separateDutiesRule: Rule = (context) => {
  const settings = managedSettings(context);
  const members = new Set(
    settings.flatMap(({ settings: { policy } }) =>
      policy.users.filter((member) => policy.administrators.includes(member)),
    ),
  );
  for (const member of members) {
    const both = settings.filter(
      ({ settings: { policy } }) => policy.users.includes(member) && policy.administrators.includes(member),
    );
    for (const { keySet, regions, path } of placesOf(context, both, ["policy", "users"])) {
      const [region = asRegionName("")] = regions;
      const [manages] = placesOf(context, [{ keySet, region }], ["policy", "administrators"]);
      const others = manages === undefined ? [] : [related("it manages the key here", manages.path)];
      const at = [...path, Math.max(0, listAt(context.spec, path).indexOf(member))];
      context.report("keys/duties-not-separated", { keySet, member, regions }, at, others);
    }
  }
};

/** The users at a place that stands under the key set, or under one of its overrides. */
function listAt(spec: DeploymentSpec, path: SpecPath): readonly string[] {
  const [, name, , region] = path;
  const set = spec.keys?.[String(name)];
  const own = path.length > 4 ? set?.overrides?.[asRegionName(String(region))] : set;
  return own?.policy?.users ?? [];
}
