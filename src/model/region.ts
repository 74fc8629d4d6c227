import type { RegionName } from "../base/names";

/** The subnet group that a Region's databases are placed in. */
export type SubnetGroup =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly name: string }
  | { readonly kind: "new"; readonly subnetIds: readonly string[] };

/** The network of a Region's databases. */
export interface RegionNetwork {
  /** The network that all Regions share, where the provider has networks of all Regions. */
  readonly vpc: string | undefined;
  readonly subnetGroup: SubnetGroup;
  readonly securityGroupIds: readonly string[];
  /** Name of the range that addresses are taken from, where the Region has one of its own. */
  readonly addressRange: string | undefined;
}

/** A Region of the deployment. */
export interface PlannedRegion {
  readonly name: RegionName;
  readonly isPrimary: boolean;
  readonly network: RegionNetwork;
}
