import type { RegionName } from "../base/names";
import { sortedBy, sortedUnique } from "../base/ordering";
import { originalName } from "../model/former-names";
import type { Grant, KeyPolicy, KeyPurpose, KeySettings } from "../model/key";
import { formerNames } from "../spec/former-names";
import type { KeyPolicySpec } from "../spec/schema/key-policy";
import type { GrantSpec, KeyOverridesSpec } from "../spec/schema/key-set";
import type { KeyContext } from "./key-context";

/** The set's properties with the Region's overrides: maps merge field by field, lists replace. */
export function resolveKeySettings(context: KeyContext): KeySettings {
  const { set, region, catalog } = context;
  const own: NonNullable<KeyOverridesSpec> = set.overrides?.[region] ?? {};
  return {
    description: own.description ?? set.description ?? derivedDescription(context),
    aliases: catalog.capabilities.keyAliases
      ? [own.alias ?? set.alias ?? liveName(context), ...(own.aliases ?? set.aliases ?? [])]
      : [],
    enabled: own.enabled ?? set.enabled ?? true,
    deletionWindowDays:
      own.deletionWindowDays ?? set.deletionWindowDays ?? catalog.defaults.deletionWindowDays,
    policy: resolvePolicy({ ...set.policy, ...own.policy }, context.regions),
    grants: resolveGrants(own.grants ?? set.grants ?? [], region),
    tags: { ...set.tags, ...own.tags },
  };
}

/** Principals in one order and once: the provider reorders them, and a plan must not differ for that. */
function resolvePolicy(policy: KeyPolicySpec, regions: readonly RegionName[]): KeyPolicy {
  return {
    accountRoot: policy.accountRoot ?? true,
    administrators: sortedUnique(policy.administrators ?? []),
    operators: sortedUnique(policy.operators ?? []),
    users: sortedUnique(policy.users ?? []),
    snapshotAccounts: sortedUnique(policy.snapshotAccounts ?? []),
    organizationId: policy.organizationId,
    allowedReplicaRegions:
      policy.allowedReplicaRegions === undefined ? regions : sortedUnique(policy.allowedReplicaRegions),
    statements: policy.statements ?? [],
  };
}

function resolveGrants(grants: readonly GrantSpec[], region: RegionName): readonly Grant[] {
  const here = grants.filter((grant) => grant.regions === undefined || grant.regions.includes(region));
  return sortedBy(
    here.map(({ name, grantee, operations, retiringPrincipal, encryptionContext }) => ({
      name,
      grantee,
      operations: sortedUnique(operations),
      retiringPrincipal,
      encryptionContext:
        encryptionContext === undefined
          ? undefined
          : { equals: encryptionContext.equals, subset: encryptionContext.subset },
    })),
    ({ name }) => name,
  );
}

const PURPOSE_WORDS: Readonly<Record<KeyPurpose, string>> = {
  database: "databases",
  "client-side-encryption": "client-side encryption",
  signing: "signing",
  mac: "message authentication codes",
  secrets: "secrets",
  logs: "logs",
};

/** What the keys are called where they stand. */
function liveName({ name, set, spec }: KeyContext): string {
  return `${spec.name}/${originalName({ name, renamedFrom: formerNames(set.renamedFrom) })}`;
}

function derivedDescription(context: KeyContext): string {
  const { strategy, purposes, region, spec } = context;
  const uses = purposes.map((purpose) => PURPOSE_WORDS[purpose]).join(", ");
  const multi = region === spec.primaryRegion ? "multi-Region primary key" : "replica key";
  return `${liveName(context)}: ${strategy === "single-region" ? "key" : multi} in ${region} for ${uses}`;
}
