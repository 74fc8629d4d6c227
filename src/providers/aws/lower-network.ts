import type { RegionName } from "../../base/names";
import { regionsOf } from "../../model/database";
import type { PlannedRegion } from "../../model/region";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import type { LoweringContext } from "./lowering-context";
import { dbSubnetGroup } from "./resources";

/** The subnet groups of a deployment: what is created, and what a Region's databases name. */
export interface LoweredNetwork {
  readonly elements: readonly ResourceElement[];
  readonly subnetGroupIn: ReadonlyMap<string, Expression<string> | string>;
  readonly securityGroupsIn: ReadonlyMap<string, readonly string[]>;
}

/** One subnet group for each Region that lists subnets and has a database; existing ones are used by name. */
export function lowerNetwork({ plan }: LoweringContext): LoweredNetwork {
  const used = new Set<string>(plan.databases.flatMap(regionsOf));
  const elements: ResourceElement[] = [];
  const subnetGroupIn = new Map<string, Expression<string> | string>();
  for (const region of plan.regions) {
    const { subnetGroup } = region.network;
    if (subnetGroup.kind === "existing") subnetGroupIn.set(region.name, subnetGroup.name);
    if (subnetGroup.kind !== "new" || !used.has(region.name)) continue;
    const element = lowerSubnetGroup(plan.name, region, subnetGroup.subnetIds);
    elements.push(element);
    subnetGroupIn.set(region.name, element.attribute("name"));
  }
  const securityGroupsIn = new Map(plan.regions.map((one) => [one.name, one.network.securityGroupIds]));
  return { elements, subnetGroupIn, securityGroupsIn };
}

function lowerSubnetGroup(deployment: string, { name }: PlannedRegion, subnetIds: readonly string[]) {
  return dbSubnetGroup({
    name: toIdentifier("databases", name),
    region: name,
    comment: `Subnets of the databases in ${name}.`,
    arguments: {
      name: subnetGroupName(deployment, name),
      description: `Databases of ${deployment} in ${name}`,
      subnetIds,
    },
  });
}

/** Name of the subnet group that a deployment creates in a Region. */
export function subnetGroupName(deployment: string, region: RegionName): string {
  return `${deployment}-${region}`;
}
