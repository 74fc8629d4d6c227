import { regionNames } from "../../../base/names";
import { atKey, related, type Rule, type RuleContext } from "../../../rules/rule";
import type { RegionSpec } from "../../../spec/schema/deployment";
import type { SpecPath } from "../../../spec/spec-node";
import { networkForms, subnetsPerGroup } from "../catalog/network";

/** What a Region's network is named by has the form that AWS gives it, and a new subnet group has subnets enough. */
export const networkFormRule: Rule = (context) => {
  const { regions } = context.spec;
  if (Array.isArray(regions)) return;
  checkElsewhere(context, regions);
  for (const region of regionNames(regions)) {
    const { subnetIds = [], securityGroupIds = [], subnetGroupName } = regions[region] ?? {};
    const path: SpecPath = ["regions", region];
    checkForms(context, "subnet", subnetIds, [...path, "subnetIds"]);
    checkForms(context, "securityGroup", securityGroupIds, [...path, "securityGroupIds"]);
    if (subnetGroupName !== undefined) {
      checkForm(context, "subnetGroup", subnetGroupName, [...path, "subnetGroupName"]);
    }
    const { minimum } = subnetsPerGroup;
    const count = new Set(subnetIds).size;
    if (subnetIds.length === 0 || subnetIds.some(isLate) || count >= minimum) continue;
    context.report("regions/too-few-subnets", { region, count, minimum }, atKey([...path, "subnetIds"]));
  }
};

/** Subnets and security groups belong to a VPC, which is in one Region. */
function checkElsewhere({ report }: RuleContext, regions: Readonly<Record<string, RegionSpec | null>>): void {
  const owners = new Map<string, { readonly region: string; readonly path: SpecPath }>();
  for (const region of regionNames(regions)) {
    for (const [field, what] of IN_ONE_REGION) {
      const list = regions[region]?.[field] ?? [];
      for (const [index, given] of list.entries()) {
        if (list.indexOf(given) < index) continue;
        const path: SpecPath = ["regions", region, field, index];
        const owner = owners.get(given);
        if (owner === undefined) owners.set(given, { region, path });
        else if (owner.region !== region && !isLate(given) && !isPlaceholder(given)) {
          const place = [related("it stands here", owner.path)];
          report("regions/network-elsewhere", { given, what, other: owner.region }, path, place);
        }
      }
    }
  }
}

const IN_ONE_REGION = [
  ["subnetIds", "subnet"],
  ["securityGroupIds", "security group"],
] as const;

type Named = keyof typeof networkForms;

const WORDS: Readonly<Record<Named, string>> = {
  subnet: "the id of a subnet",
  securityGroup: "the id of a security group",
  subnetGroup: "the name of a subnet group",
};

function checkForms(context: RuleContext, named: Named, given: readonly string[], path: SpecPath): void {
  for (const [index, one] of given.entries()) {
    const first = given.indexOf(one);
    if (first === index) checkForm(context, named, one, [...path, index]);
    else {
      const place = [related("it stands here first", [...path, first])];
      context.report("regions/network-duplicate", { given: one }, [...path, index], place);
    }
  }
}

function checkForm({ report }: RuleContext, named: Named, given: string, path: SpecPath): void {
  const { isValid, form } = networkForms[named];
  if (isLate(given) || isValid(given)) return;
  report("regions/network-form", { given, what: WORDS[named], form }, path);
}

/** Zeros stand for what is yet to be filled in, as in a spec to start from. */
function isPlaceholder(text: string): boolean {
  return /-0+$/.test(text);
}

/** A mark of a construct for a value that another resource has. */
function isLate(text: string): boolean {
  return /[$#]\{/.test(text);
}
