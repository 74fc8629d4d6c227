import type { RegionName } from "../../base/names";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, type Rule, type RuleContext } from "../rule";
import { managedSettings, settingPath, type ManagedSetting } from "./settings";

/** Aliases: not the provider's own, not too long or too many, and one key for each alias in a Region. */
export const aliasRule: Rule = (context) => {
  const { catalog, report } = context;
  const { aliasLength, aliasesPerKey } = catalog.limits;
  const aliases = writtenAliases(context);
  for (const { alias, path } of aliases) {
    if (catalog.isReservedAlias(alias))
      report("keys/alias-reserved", { alias, provider: catalog.title }, path);
    if (aliasLength !== undefined && alias.length > aliasLength.maximum) {
      report("keys/alias-too-long", { length: alias.length, maximum: aliasLength.maximum }, path);
    }
  }
  for (const { keySet, region, settings } of managedSettings(context)) {
    const count = settings.aliases.length;
    if (aliasesPerKey === undefined || count <= aliasesPerKey.maximum) continue;
    const path = settingPath(context, keySet, region, ["aliases"]);
    report("keys/too-many-aliases", { count, maximum: aliasesPerKey.maximum }, atKey(path));
  }
  for (const { alias, keySet, path, owner, regions } of findClashes(aliases)) {
    report("keys/alias-clash", { alias, keySet, regions, other: owner.keySet }, path, [
      { message: `key set "${owner.keySet}" has it`, path: owner.path, part: "value" },
    ]);
  }
};

interface WrittenAlias {
  readonly alias: string;
  readonly keySet: string;
  readonly region: RegionName;
  readonly path: SpecPath;
}

interface Clash {
  readonly alias: string;
  readonly keySet: string;
  readonly path: SpecPath;
  readonly owner: WrittenAlias;
  readonly regions: readonly RegionName[];
}

function writtenAliases(context: RuleContext): readonly WrittenAlias[] {
  return managedSettings(context).flatMap((managed) =>
    managed.settings.aliases.map((alias, index) => ({
      alias,
      keySet: managed.keySet,
      region: managed.region,
      path: aliasPath(context, managed, index),
    })),
  );
}

/** The main alias has a field of its own; the others stand in a list. */
function aliasPath(context: RuleContext, { keySet, region }: ManagedSetting, index: number): SpecPath {
  return index === 0
    ? settingPath(context, keySet, region, ["alias"])
    : [...settingPath(context, keySet, region, ["aliases"]), index - 1];
}

/** Two places that clash are told once, with all the Regions in which they do. */
function findClashes(aliases: readonly WrittenAlias[]): readonly Clash[] {
  const owners = new Map<string, WrittenAlias>();
  const clashes = new Map<string, Clash>();
  for (const one of aliases) {
    const { alias, keySet, region, path } = one;
    const owner = owners.get(`${region} ${alias}`);
    if (owner === undefined) {
      owners.set(`${region} ${alias}`, one);
      continue;
    }
    const id = JSON.stringify([alias, path, owner.path]);
    clashes.set(id, { alias, keySet, path, owner, regions: [...(clashes.get(id)?.regions ?? []), region] });
  }
  return [...clashes.values()];
}
