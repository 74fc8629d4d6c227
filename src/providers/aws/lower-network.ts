import { membersOf } from "../../model/database";
import type { PlannedRegion } from "../../model/region";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import type { LoweringContext } from "./lowering-context";
import { dbSubnetGroup } from "./resources";

type Context = Omit<LoweringContext, "keyArn">;

/** The subnet groups of a deployment: what is created, and what a Region's clusters name. */
export interface LoweredNetwork {
  readonly elements: readonly ResourceElement[];
  readonly subnetGroupIn: ReadonlyMap<string, Expression<string> | string>;
  readonly securityGroupsIn: ReadonlyMap<string, readonly string[]>;
}

/** One subnet group for each Region that lists subnets and has a database; existing ones are used by name. */
export function lowerNetwork(context: Context): LoweredNetwork {
  const used = new Set<string>(
    context.plan.databases.flatMap((database) => membersOf(database).map((member) => member.region)),
  );
  const elements: ResourceElement[] = [];
  const subnetGroupIn = new Map<string, Expression<string> | string>();
  for (const region of context.plan.regions) {
    const { subnetGroup } = region.network;
    if (subnetGroup.kind === "existing") subnetGroupIn.set(region.name, subnetGroup.name);
    if (subnetGroup.kind !== "new" || !used.has(region.name)) continue;
    const element = lowerSubnetGroup(context, region, subnetGroup.subnetIds);
    elements.push(element);
    subnetGroupIn.set(region.name, element.attribute("name"));
  }
  const securityGroupsIn = new Map(
    context.plan.regions.map((one) => [one.name, one.network.securityGroupIds]),
  );
  return { elements, subnetGroupIn, securityGroupsIn };
}

function lowerSubnetGroup(context: Context, { name }: PlannedRegion, subnetIds: readonly string[]) {
  return dbSubnetGroup({
    name: toIdentifier("databases", name),
    placement: context.placementOf(name),
    comment: `Subnets of the databases in ${name}.`,
    arguments: {
      name: `${context.plan.name}-${name}`,
      description: `Databases of ${context.plan.name} in ${name}`,
      subnetIds,
    },
  });
}
