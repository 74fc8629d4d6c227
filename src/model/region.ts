import type { RegionName } from "../base/names";

/** The subnet group that a Region's databases are placed in. */
export type SubnetGroup =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly name: string }
  | { readonly kind: "new"; readonly subnetIds: readonly string[] };

/** The network of a Region's databases. */
export interface RegionNetwork {
  readonly subnetGroup: SubnetGroup;
  readonly securityGroupIds: readonly string[];
}

/** A Region of the deployment. */
export interface PlannedRegion {
  readonly name: RegionName;
  readonly isPrimary: boolean;
  readonly network: RegionNetwork;
}
