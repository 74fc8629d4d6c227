import type { KmsGrantConstraints } from "@cdktf/provider-aws/lib/kms-grant";
import type { Grant, KeySet, ManagedKey } from "../../model/key";
import { nested, type Nested } from "../../terraform/block";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import { kmsGrant } from "./resources";
import { uniqueSlugs } from "../common/slug";
import { tagsOf } from "../common/tags";

/** The grants on a key, by name. A grant belongs to one key: related multi-Region keys share none. */
export function lowerGrants(keySet: KeySet, { region, settings }: ManagedKey, keyId: Expression<string>) {
  const names = grantNames(keySet, { region, settings });
  return settings.grants.map((grant, index) =>
    kmsGrant({
      name: names[index] ?? "",
      region,
      arguments: {
        name: grant.name,
        keyId,
        granteePrincipal: grant.grantee,
        operations: grant.operations,
        retiringPrincipal: grant.retiringPrincipal,
        constraints: constraintsOf(grant),
      },
    }),
  );
}

/** The Terraform names of the grants on a key, in their order. */
export function grantNames(
  keySet: KeySet,
  { region, settings }: Pick<ManagedKey, "region" | "settings">,
): readonly string[] {
  return uniqueSlugs(settings.grants.map(({ name }) => name)).map((slug) =>
    toIdentifier(keySet.name, region, slug),
  );
}

function constraintsOf({ encryptionContext }: Grant): readonly Nested<KmsGrantConstraints>[] | undefined {
  if (encryptionContext === undefined) return undefined;
  const { equals, subset } = encryptionContext;
  return [
    nested<KmsGrantConstraints>({
      encryptionContextEquals: equals === undefined ? undefined : tagsOf(equals),
      encryptionContextSubset: subset === undefined ? undefined : tagsOf(subset),
    }),
  ];
}
