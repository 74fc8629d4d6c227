import { mustGet } from "../base/invariant";
import type { RegionName } from "../base/names";
import { sortedBy, sortedUnique } from "../base/ordering";
import type {
  KeyPolicy,
  KeyPurpose,
  KeySet,
  KeySettings,
  KeyStrategy,
  PlannedKey,
  Rotation,
} from "../model/key";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { KeyOverridesSpec, KeyPolicySpec, KeySetSpec } from "../spec/schema/key-set";
import { writtenRegions } from "../spec/written-regions";
import { inRegionOrder } from "./resolve-regions";

/** The key sets by name, in the order of their names; a Region without a key is missing in `keyIn`. */
export function resolveKeySets(spec: DeploymentSpec, catalog: ProviderCatalog): ReadonlyMap<string, KeySet> {
  const sets = sortedBy(Object.entries(spec.keys ?? {}), ([name]) => name);
  return new Map(sets.map(([name, set]) => [name, resolveKeySet(name, set, spec, catalog)]));
}

function resolveKeySet(
  name: string,
  set: KeySetSpec,
  spec: DeploymentSpec,
  catalog: ProviderCatalog,
): KeySet {
  const strategy = mustGet(catalog.strategies, set.strategy);
  const purposes: readonly KeyPurpose[] = sortedUnique(set.purpose ?? ["database"]);
  const regions = inRegionOrder(set.regions ?? writtenRegions(spec), spec.primaryRegion);
  const keys = regions.flatMap((region): PlannedKey[] => {
    const key = resolveKey({ name, set, strategy, purposes, region, spec, catalog });
    return key === undefined ? [] : [key];
  });
  return { name, strategy, purposes, keyIn: new Map(keys.map((key) => [key.region, key])) };
}

interface KeyContext {
  readonly name: string;
  readonly set: KeySetSpec;
  readonly strategy: KeyStrategy;
  readonly purposes: readonly KeyPurpose[];
  readonly region: RegionName;
  readonly spec: DeploymentSpec;
  readonly catalog: ProviderCatalog;
}

function resolveKey(context: KeyContext): PlannedKey | undefined {
  const { set, strategy, region, spec } = context;
  switch (strategy) {
    case "provider-managed":
      return { kind: "provider-managed-key", region };
    case "existing": {
      const id = set.arns?.[region];
      return id === undefined ? undefined : { kind: "existing-key", region, id };
    }
    case "single-region":
      return { kind: "single-region-key", ...managedKey(context), rotation: resolveRotation(context) };
    case "multi-region":
      return region === spec.primaryRegion
        ? { kind: "primary-key", ...managedKey(context), rotation: resolveRotation(context) }
        : { kind: "replica-key", ...managedKey(context), primaryRegion: spec.primaryRegion };
  }
}

function managedKey(context: KeyContext) {
  return { region: context.region, settings: resolveSettings(context), protect: context.set.protect ?? true };
}

function resolveRotation({ set, catalog }: KeyContext): Rotation {
  if (set.rotation === false) return { kind: "off" };
  return { kind: "automatic", periodDays: set.rotation?.periodDays ?? catalog.defaults.rotationPeriodDays };
}

/** The set's properties with the Region's overrides: maps merge field by field, lists replace. */
function resolveSettings(context: KeyContext): KeySettings {
  const { name, set, region, spec, catalog } = context;
  const own: KeyOverridesSpec = set.overrides?.[region] ?? {};
  return {
    description: own.description ?? set.description ?? derivedDescription(context),
    aliases: [own.alias ?? set.alias ?? `${spec.name}/${name}`],
    enabled: own.enabled ?? set.enabled ?? true,
    deletionWindowDays:
      own.deletionWindowDays ?? set.deletionWindowDays ?? catalog.defaults.deletionWindowDays,
    policy: resolvePolicy({ ...set.policy, ...own.policy }),
    tags: { ...set.tags, ...own.tags },
  };
}

/** Principals in one order and once: the provider reorders them, and a plan must not differ for that. */
function resolvePolicy(policy: KeyPolicySpec): KeyPolicy {
  return {
    accountRoot: policy.accountRoot ?? true,
    administrators: sortedUnique(policy.administrators ?? []),
    operators: sortedUnique(policy.operators ?? []),
    users: sortedUnique(policy.users ?? []),
  };
}

const PURPOSE_WORDS: Readonly<Record<KeyPurpose, string>> = {
  database: "databases",
  "client-side-encryption": "client-side encryption",
  logs: "logs",
};

function derivedDescription({ name, strategy, purposes, region, spec }: KeyContext): string {
  const uses = purposes.map((purpose) => PURPOSE_WORDS[purpose]).join(", ");
  const kind =
    strategy === "single-region"
      ? "key"
      : region === spec.primaryRegion
        ? "multi-Region primary key"
        : "replica key";
  return `${spec.name}/${name}: ${kind} in ${region} for ${uses}`;
}
