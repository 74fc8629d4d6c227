import type { RegionName } from "../base/names";
import { mustGet } from "../base/invariant";
import { sortedBy, sortedUnique } from "../base/ordering";
import {
  isKeptOutside,
  type KeyPurpose,
  type KeySet,
  type KeyUsage,
  type PlannedKey,
  type Rotation,
} from "../model/key";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { KeySetSpec } from "../spec/schema/key-set";
import { existingIds } from "../spec/existing-ids";
import { formerNames } from "../spec/former-names";
import { writtenRegions } from "../spec/written-regions";
import type { KeyContext } from "./key-context";
import { resolveKeySettings } from "./resolve-key-settings";
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
  const keySpec = keySpecOf(set, catalog);
  const regions = inRegionOrder(set.regions ?? writtenRegions(spec), spec.primaryRegion);
  const byName = sortedUnique(regions);
  const keys = regions.flatMap((region): (readonly [RegionName, PlannedKey])[] => {
    const key = resolveKey({ name, set, strategy, purposes, region, regions: byName, spec, catalog });
    return key === undefined ? [] : [[region, key]];
  });
  return {
    name,
    renamedFrom: formerNames(set.renamedFrom),
    strategy,
    purposes,
    spec: keySpec,
    usage: resolveUsage(set, purposes, catalog),
    origin: set.origin === "external" ? "external" : "provider",
    protection: set.protection ?? catalog.defaults.keyProtection,
    // A key of a location serves Regions that it does not stand in.
    keyIn: new Map(keys),
  };
}

/** The key spec in the provider's own word. */
function keySpecOf({ spec }: KeySetSpec, { defaults, keySpecWords }: ProviderCatalog): string {
  return spec === undefined ? defaults.keySpec : (keySpecWords.get(spec) ?? spec);
}

/** The usage as written, else the only one of the spec, else the one that all purposes ask for. */
function resolveUsage(
  set: KeySetSpec,
  purposes: readonly KeyPurpose[],
  catalog: ProviderCatalog,
): KeyUsage | undefined {
  if (set.usage !== undefined) return set.usage;
  const possible = catalog.keySpecs.get(keySpecOf(set, catalog))?.usages ?? [];
  if (possible.length === 1) return possible[0];
  const asked = sortedUnique(purposes.map(catalog.usageOfPurpose));
  const [only] = asked;
  return asked.length === 1 && only !== undefined && possible.includes(only) ? only : undefined;
}

function resolveKey(context: KeyContext): PlannedKey | undefined {
  const { set, strategy, region, spec, catalog } = context;
  switch (strategy) {
    case "provider-managed":
      return { kind: "provider-managed-key", region };
    case "provider-owned":
      return { kind: "provider-owned-key", region };
    case "existing": {
      const id = existingIds(set).ids?.[region];
      return id === undefined ? undefined : { kind: "existing-key", region, id };
    }
    case "single-region":
      return { kind: "single-region-key", ...managedKey(context), rotation: resolveRotation(context) };
    case "multi-region":
      if (catalog.capabilities.multiRegionKeys === "location") return locationKey(context);
      return region === spec.primaryRegion
        ? { kind: "primary-key", ...managedKey(context), rotation: resolveRotation(context) }
        : { kind: "replica-key", ...managedKey(context), primaryRegion: spec.primaryRegion };
  }
}

/** The one key of the set, which stands with the first of the Regions that it serves. */
function locationKey(context: KeyContext): PlannedKey | undefined {
  const { set, spec } = context;
  const regions = inRegionOrder(context.regions, spec.primaryRegion);
  if (context.region !== regions[0]) return undefined;
  return {
    kind: "location-key",
    ...managedKey(context),
    location: set.location ?? "",
    regions,
    rotation: resolveRotation(context),
  };
}

function managedKey(context: KeyContext) {
  return {
    region: context.region,
    settings: resolveKeySettings(context),
    protect: context.set.protect ?? true,
    externalStore: context.set.ekmConnections?.[context.region],
  };
}

/** Only symmetric keys with material of the provider's own making, kept by the provider, rotate by themselves. */
function resolveRotation({ set, catalog }: KeyContext): Rotation {
  const isSymmetric = catalog.keySpecs.get(keySpecOf(set, catalog))?.isSymmetricEncryption === true;
  const isMadeOutside =
    set.origin === "external" || isKeptOutside(set.protection ?? catalog.defaults.keyProtection);
  if (set.rotation === false || isMadeOutside || !isSymmetric) return { kind: "off" };
  return { kind: "automatic", periodDays: set.rotation?.periodDays ?? catalog.defaults.rotationPeriodDays };
}
