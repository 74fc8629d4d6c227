import { regionNames } from "../../base/names";
import { atKey, related, type Rule } from "../rule";

/** A Region's databases stand in one subnet group: a new one from subnets, or an existing one. */
export const oneSubnetGroupRule: Rule = ({ spec, report }) => {
  if (Array.isArray(spec.regions)) return;
  for (const region of regionNames(spec.regions)) {
    const settings = spec.regions[region];
    if (settings?.subnetIds === undefined || settings.subnetGroupName === undefined) continue;
    report("regions/two-subnet-groups", { region }, atKey(["regions", region, "subnetGroupName"]), [
      related("the subnets stand here", ["regions", region, "subnetIds"]),
    ]);
  }
};
