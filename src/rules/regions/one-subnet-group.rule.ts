import { regionNames } from "../../base/names";
import { inOrderOf } from "../../base/ordering";
import { atKey, related, type Rule } from "../rule";

/** A Region's databases stand in one subnet group: a new one from subnets, or an existing one. */
export const oneSubnetGroupRule: Rule = ({ spec, report }) => {
  if (Array.isArray(spec.regions)) return;
  for (const region of regionNames(spec.regions)) {
    const settings = spec.regions[region];
    if (settings?.subnetIds === undefined || settings.subnetGroupName === undefined) continue;
    const [earlier, later] = inOrderOf(settings, "subnetIds", "subnetGroupName");
    report("regions/two-subnet-groups", { region }, atKey(["regions", region, later]), [
      related(`${earlier} stands here`, ["regions", region, earlier]),
    ]);
  }
};
