import { asRegionName, type RegionName } from "../../base/names";
import { isManagedKey, type KeySettings, type KeyStrategy, type RawStatement } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext } from "../rule";

/** Strategies whose keys this deployment creates. */
export const CUSTOMER_MANAGED: readonly KeyStrategy[] = ["single-region", "multi-region"];

/** The settings of one key that this deployment creates. */
export interface ManagedSetting {
  readonly keySet: string;
  readonly region: RegionName;
  readonly settings: KeySettings;
}

/** A place of the spec that decides a setting of several Regions' keys. */
export interface SettingPlace {
  readonly keySet: string;
  readonly regions: readonly RegionName[];
  readonly path: SpecPath;
}

/** Where a field of a key's settings comes from: the Region's override, else the key set. */
export function settingPath(
  context: RuleContext,
  keySet: string,
  region: RegionName,
  field: SpecPath,
): SpecPath {
  const override: SpecPath = ["keys", keySet, "overrides", region, ...field];
  return context.isWritten(override) ? override : ["keys", keySet, ...field];
}

/** The settings of every key that this deployment creates: key sets in the order of the text, then Regions. */
export function managedSettings({ spec, resolved }: RuleContext): readonly ManagedSetting[] {
  return Object.keys(spec.keys ?? {}).flatMap((keySet) =>
    [...(resolved.keySets.get(keySet)?.keyIn.values() ?? [])]
      .filter(isManagedKey)
      .map(({ region, settings }) => ({ keySet, region, settings })),
  );
}

/** The places where the given keys have a field from: a mistake there is one, in however many Regions it shows. */
export function placesOf(
  context: RuleContext,
  keys: readonly Omit<ManagedSetting, "settings">[],
  field: SpecPath,
): readonly SettingPlace[] {
  const places = new Map<string, SettingPlace & { readonly regions: RegionName[] }>();
  for (const { keySet, region } of keys) {
    const path = settingPath(context, keySet, region, field);
    const id = JSON.stringify(path);
    const place = places.get(id);
    if (place === undefined) places.set(id, { keySet, path, regions: [region] });
    else place.regions.push(region);
  }
  return [...places.values()];
}

/** The policies of a key set as written: its own, and one for each Region that overrides it. */
export function policyPaths({ spec }: RuleContext, keySet: string): readonly SpecPath[] {
  const overrides = Object.keys(spec.keys?.[keySet]?.overrides ?? {});
  return [
    ["keys", keySet, "policy"],
    ...overrides.map((region) => ["keys", keySet, "overrides", region, "policy"]),
  ];
}

/** The raw statements at a place that {@link placesOf} names. */
export function statementsAt({ spec }: RuleContext, path: SpecPath): readonly RawStatement[] {
  const [, name, , region] = path;
  const set = spec.keys?.[String(name)];
  const own = path.length > 4 ? set?.overrides?.[asRegionName(String(region))] : set;
  return own?.policy?.statements ?? [];
}
