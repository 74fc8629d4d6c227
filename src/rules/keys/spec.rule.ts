import { suggest } from "../../base/suggest";
import { isKeptOutside, type KeySet } from "../../model/key";
import { atKey, type Rule, type RuleContext } from "../rule";
import { CUSTOMER_MANAGED } from "./settings";

/** Spec, usage, origin and purposes of a key set fit together. */
export const keySpecRule: Rule = (context) => {
  for (const keySet of context.resolved.keySets.values()) {
    // Of other keys neither spec nor usage is known here.
    if (!CUSTOMER_MANAGED.includes(keySet.strategy)) continue;
    if (checkSpec(context, keySet)) checkUsage(context, keySet);
    checkRotation(context, keySet);
    if (keySet.origin === "external" && context.catalog.capabilities.materialVariable) {
      context.report("keys/material-in-state", { keySet: keySet.name }, ["keys", keySet.name, "origin"]);
    }
  }
};

function checkSpec({ catalog, resolved, report }: RuleContext, { name, spec }: KeySet): boolean {
  const path = ["keys", name, "spec"];
  const facts = catalog.keySpecs.get(spec);
  if (facts === undefined) {
    const known = [...catalog.keySpecWords.keys(), ...catalog.keySpecs.keys()];
    report("keys/unknown-spec", { spec, known, suggestion: suggest(spec, known) }, path);
    return false;
  }
  const partition = catalog.regions.get(resolved.primaryRegion)?.partition;
  if (facts.partition !== undefined && partition !== undefined && facts.partition !== partition) {
    report("keys/spec-partition", { spec, partition: facts.partition }, path);
  }
  return true;
}

function checkUsage(context: RuleContext, keySet: KeySet): void {
  const { catalog, report, isWritten } = context;
  const { name, spec, usage, purposes } = keySet;
  const isUsageWritten = isWritten(["keys", name, "usage"]);
  const isDefault = !isWritten(["keys", name, "purpose"]);
  const possible = catalog.keySpecs.get(spec)?.usages ?? [];
  const isSymmetric = catalog.keySpecs.get(spec)?.isSymmetricEncryption === true;
  if (usage === undefined) {
    const at = isWritten(["keys", name, "spec"]) ? ["keys", name, "spec"] : ["keys", name];
    return report("keys/usage-undecided", { spec, purposes, usages: possible }, at);
  }
  if (!possible.includes(usage)) {
    return report("keys/usage-not-in-spec", { usage, spec, usages: possible }, ["keys", name, "usage"]);
  }
  for (const purpose of purposes) {
    const asked = catalog.usageOfPurpose(purpose);
    const place = placeOfPurpose(context, name, purpose);
    if (catalog.servicePurposes.includes(purpose) && !isSymmetric) {
      report("keys/purpose-needs-symmetric", { purpose, spec, isDefault }, place);
    } else if (asked !== usage && !(purpose === "client-side-encryption" && usage === "KEY_AGREEMENT")) {
      const specs = [...catalog.keySpecs]
        .filter(([, { usages }]) => usages.includes(asked))
        .map(([word]) => word);
      const isShared = purposes.some((other) => catalog.usageOfPurpose(other) === usage);
      report("keys/purpose-usage", { purpose, asked, usage, spec, specs, isUsageWritten, isShared }, place);
    }
  }
}

function placeOfPurpose({ spec, isWritten }: RuleContext, name: string, purpose: string) {
  const written = spec.keys?.[name]?.purpose?.findIndex((one) => one === purpose) ?? -1;
  if (written !== -1) return ["keys", name, "purpose", written];
  return isWritten(["keys", name, "spec"]) ? ["keys", name, "spec"] : ["keys", name];
}

/** Rotation that is asked for where a key cannot rotate would silently not happen. */
function checkRotation({ spec, catalog, report }: RuleContext, keySet: KeySet): void {
  const { name, origin, protection } = keySet;
  if (spec.keys?.[name]?.rotation === undefined) return;
  const isSymmetric = catalog.keySpecs.get(keySet.spec)?.isSymmetricEncryption === true;
  const reasons = [
    ...(origin === "external" ? ["key material that is imported"] : []),
    ...(isKeptOutside(protection) ? [`protection ${protection}`] : []),
    ...(isSymmetric ? [] : [`spec ${keySet.spec}`]),
  ];
  const [reason] = reasons;
  if (reason !== undefined)
    report("keys/rotation-not-possible", { reason }, atKey(["keys", name, "rotation"]));
}
