import type { RegionName } from "../../base/names";
import { toIdentifier } from "../../terraform/names";
import { kmsKeyData } from "./resources";

/** The alias of the key that AWS keeps for RDS in every Region. */
export const SERVICE_KEY_ALIAS = "alias/aws/rds";

/** The key that AWS keeps for RDS in a Region, where it must be named. */
export function serviceKey(region: RegionName) {
  return kmsKeyData({
    name: toIdentifier("rds", region),
    region,
    comment: `The AWS managed key for RDS in ${region}; it exists once anything there has been encrypted with it.`,
    arguments: { keyId: SERVICE_KEY_ALIAS },
  });
}
