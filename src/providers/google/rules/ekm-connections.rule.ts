import { regionNames } from "../../../base/names";
import type { KeySet } from "../../../model/key";
import { CUSTOMER_MANAGED } from "../../../rules/keys/settings";
import { atKey, type Rule, type RuleContext } from "../../../rules/rule";

const LOCATION = /^projects\/[^/]+\/locations\/([^/]+)\//;

/** Keys over a VPC have an EKM connection of each Region, and no other keys have one. */
export const ekmConnectionsRule: Rule = (context) => {
  for (const keySet of context.resolved.keySets.values()) {
    if (CUSTOMER_MANAGED.includes(keySet.strategy)) checkKeySet(context, keySet);
  }
};

function checkKeySet(
  { spec, report, isSetAside }: RuleContext,
  { name, protection, strategy, keyIn }: KeySet,
): void {
  const connections = spec.keys?.[name]?.ekmConnections;
  const path = ["keys", name, "ekmConnections"];
  if (protection !== "external-vpc") {
    if (connections !== undefined) report("keys/ekm-connections-not-applicable", { protection }, atKey(path));
    return;
  }
  if (strategy === "multi-region") {
    return report("keys/ekm-connection-multi-region", { keySet: name }, ["keys", name, "protection"]);
  }
  for (const region of regionNames(connections)) {
    const given = LOCATION.exec(connections?.[region] ?? "")?.[1] ?? region;
    if (given !== region) report("keys/ekm-connection-region", { given, region }, [...path, region]);
  }
  const regions = [...keyIn.keys()].filter((region) => connections?.[region] === undefined);
  if (regions.length === 0 || isSetAside(path)) return;
  const at = connections === undefined ? ["keys", name, "protection"] : atKey(path);
  report("keys/ekm-connection-missing", { keySet: name, regions }, at);
}
