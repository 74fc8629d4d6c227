import type { ProviderCatalog } from "../model/provider-catalog";
import type { ResolvedDeployment } from "../model/resolved";
import type { DeploymentSpec } from "../spec/schema/deployment";
import { bindEncryption } from "./bind-encryption";
import { resolveAssignments } from "./resolve-assignments";
import { resolveDatabases } from "./resolve-databases";
import { resolveKeySets } from "./resolve-key-sets";
import { resolveRegions } from "./resolve-regions";

/**
 * Puts defaults in place and merges overrides. Total: it answers for every spec of the right shape, also
 * for one that the rules will refuse.
 */
export function resolveDeployment(spec: DeploymentSpec, catalog: ProviderCatalog): ResolvedDeployment {
  const keySets = resolveKeySets(spec, catalog);
  const databases = resolveDatabases(spec, catalog);
  const assignments = [...databases.values()].flatMap((planned) => {
    const written = spec.databases?.[planned.name];
    return written === undefined ? [] : resolveAssignments(written, planned, keySets, catalog.capabilities);
  });
  return {
    name: spec.name,
    primaryRegion: spec.primaryRegion,
    regions: resolveRegions(spec),
    keySets,
    databases,
    assignments,
    encryption: bindEncryption(assignments, keySets),
  };
}
