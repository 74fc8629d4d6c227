import type { SpecPath } from "../../spec/spec-node";
import type { Rule } from "../rule";
import { managedSettings, settingPath } from "./settings";

/** Aliases: not the provider's own, not too long, and one key for each alias in a Region. */
export const aliasRule: Rule = (context) => {
  const { catalog, report } = context;
  const { maximum } = catalog.limits.aliasLength;
  const owners = new Map<string, { readonly keySet: string; readonly path: SpecPath }>();
  for (const { keySet, region, settings } of managedSettings(context)) {
    const path = settingPath(context, keySet, region, ["alias"]);
    for (const alias of settings.aliases) {
      if (catalog.isReservedAlias(alias))
        report("keys/alias-reserved", { alias, provider: catalog.title }, path);
      if (alias.length > maximum) report("keys/alias-too-long", { length: alias.length, maximum }, path);
      const owner = owners.get(`${region} ${alias}`);
      if (owner === undefined) owners.set(`${region} ${alias}`, { keySet, path });
      else {
        report("keys/alias-clash", { alias, region, other: owner.keySet }, path, [
          { message: `key set "${owner.keySet}" has it`, path: owner.path, part: "value" },
        ]);
      }
    }
  }
};
