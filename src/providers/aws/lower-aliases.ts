import type { KeySet, ManagedKey } from "../../model/key";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import { kmsAlias } from "./resources";
import { uniqueSlugs } from "./slug";

/** The aliases of a key, the main one first. */
export function lowerAliases(keySet: KeySet, { region, settings }: ManagedKey, keyId: Expression<string>) {
  const [, ...further] = settings.aliases;
  const names = ["", ...uniqueSlugs(further)];
  return settings.aliases.map((alias, index) =>
    kmsAlias({
      // Named after the alias, so that a new one in the list moves none of the others.
      name: toIdentifier(keySet.name, region, ...(names[index] === "" ? [] : [names[index] ?? ""])),
      region,
      arguments: { name: `alias/${alias}`, targetKeyId: keyId },
    }),
  );
}
