import { asRegionName, type RegionName } from "../base/names";
import { sortedUnique } from "../base/ordering";
import type { PlannedRegion, RegionNetwork } from "../model/region";
import type { DeploymentSpec, RegionSpec } from "../spec/schema/deployment";
import { isRegionList, writtenRegions } from "../spec/written-regions";

/** The Regions of the deployment in the order of all output: the primary Region first, then by name. */
export function resolveRegions(spec: DeploymentSpec): readonly PlannedRegion[] {
  return inRegionOrder(writtenRegions(spec), spec.primaryRegion).map((name) => ({
    name,
    isPrimary: name === spec.primaryRegion,
    network: resolveNetwork(spec, isRegionList(spec.regions) ? null : (spec.regions[name] ?? null)),
  }));
}

/** The given Regions without repetitions, the primary Region first, then by name. */
export function inRegionOrder(regions: Iterable<string>, primary: RegionName): RegionName[] {
  const names = sortedUnique(regions).map(asRegionName);
  return [...names.filter((name) => name === primary), ...names.filter((name) => name !== primary)];
}

function resolveNetwork({ provider }: DeploymentSpec, settings: RegionSpec): RegionNetwork {
  const { subnetIds, subnetGroupName, securityGroupIds, allocatedIpRange } = settings ?? {};
  return {
    vpc: provider.network?.vpc,
    subnetGroup:
      subnetGroupName !== undefined
        ? { kind: "existing", name: subnetGroupName }
        : subnetIds !== undefined
          ? { kind: "new", subnetIds: sortedUnique(subnetIds) }
          : { kind: "none" },
    securityGroupIds: sortedUnique(securityGroupIds ?? []),
    addressRange: allocatedIpRange,
  };
}
