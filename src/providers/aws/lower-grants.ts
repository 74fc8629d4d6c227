import type { KmsGrantConstraints } from "@cdktf/provider-aws/lib/kms-grant";
import type { Grant, KeySet, ManagedKey } from "../../model/key";
import { nested, type Nested } from "../../terraform/block";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import { kmsGrant } from "./resources";
import { uniqueSlugs } from "./slug";
import { tagsOf } from "./tags";

/** The grants on a key, by name. A grant belongs to one key: related multi-Region keys share none. */
export function lowerGrants(keySet: KeySet, { region, settings }: ManagedKey, keyId: Expression<string>) {
  const slugs = uniqueSlugs(settings.grants.map(({ name }) => name));
  return settings.grants.map((grant, index) =>
    kmsGrant({
      name: toIdentifier(keySet.name, region, slugs[index] ?? ""),
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
