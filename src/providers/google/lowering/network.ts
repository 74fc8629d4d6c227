import { invariant } from "../../../base/invariant";
import type { RegionName } from "../../../base/names";
import type { LoweringContext } from "./context";

/** The VPC of every database, which the rules have asked for. */
export function vpcOf({ request }: LoweringContext): string {
  const vpc = request.provider.network?.vpc;
  invariant(vpc !== undefined, "databases on Google Cloud without a network");
  return vpc;
}

/** The project that the VPC is of, which may share it with others. */
export function vpcProjectOf({ network }: LoweringContext["request"]["provider"]): string | undefined {
  return network?.vpc.split("/")[1];
}

/** The allocated range that addresses of a Region are taken from, where one is named. */
export function addressRangeOf({ plan, request }: LoweringContext, region: RegionName): string | undefined {
  const own = plan.regions.find(({ name }) => name === region)?.network.addressRange;
  return own ?? request.provider.network?.allocatedIpRange;
}
