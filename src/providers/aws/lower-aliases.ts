import type { KeySet, ManagedKey } from "../../model/key";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import { kmsAlias } from "./resources";
import { uniqueSlugs } from "../common/slug";

/** The aliases of a key, the main one first. */
export function lowerAliases(keySet: KeySet, { region, settings }: ManagedKey, keyId: Expression<string>) {
  const names = aliasNames(keySet, { region, settings });
  return settings.aliases.map((alias, index) =>
    kmsAlias({
      name: names[index] ?? "",
      region,
      arguments: { name: `alias/${alias}`, targetKeyId: keyId },
    }),
  );
}

/**
 * The Terraform names of the aliases of a key, in their order. The further ones are named after themselves, so that a
 * new one in the list moves none of the others.
 */
export function aliasNames(
  keySet: KeySet,
  { region, settings }: Pick<ManagedKey, "region" | "settings">,
): readonly string[] {
  const [, ...further] = settings.aliases;
  const main = toIdentifier(keySet.name, region);
  return [main, ...uniqueSlugs(further).map((slug) => toIdentifier(main, slug))];
}
