import { regionNames } from "../../../base/names";
import { atKey, related, type Rule, type RuleContext } from "../../../rules/rule";
import type { SpecPath } from "../../../spec/spec-node";
import { networkForms, subnetsPerGroup } from "../catalog/network";

/** What a Region's network is named by has the form that AWS gives it, and a new subnet group has subnets enough. */
export const networkFormRule: Rule = (context) => {
  const { regions } = context.spec;
  if (Array.isArray(regions)) return;
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

/** A mark of a construct for a value that another resource has. */
function isLate(text: string): boolean {
  return /[$#]\{/.test(text);
}
