import type { RegionName } from "../../base/names";
import { isManagedKey, type KeySettings } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext } from "../rule";

/** A value of a key set's settings, where it stands in the spec and for which Regions it counts. */
export interface WrittenSetting<T> {
  readonly value: T;
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

/** The settings of every key that this deployment creates, key set by key set, Region by Region. */
export function managedSettings(
  context: RuleContext,
): readonly { readonly keySet: string; readonly region: RegionName; readonly settings: KeySettings }[] {
  return [...context.resolved.keySets.values()].flatMap((set) =>
    [...set.keyIn.values()]
      .filter(isManagedKey)
      .map((key) => ({ keySet: set.name, region: key.region, settings: key.settings })),
  );
}
