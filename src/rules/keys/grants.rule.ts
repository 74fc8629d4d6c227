import { regionNames, type RegionName } from "../../base/names";
import type { KeySet } from "../../model/key";
import type { GrantSpec } from "../../spec/schema/key-set";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, related, type Rule, type RuleContext } from "../rule";
import { managedSettings, placesOf } from "./settings";

/** Grants: operations that the key has, Regions of the key set, one of each name on a key. */
export const grantsRule: Rule = (context) => {
  for (const keySet of context.resolved.keySets.values()) {
    const set = context.spec.keys?.[keySet.name];
    checkList(context, keySet, set?.grants ?? [], ["keys", keySet.name, "grants"], undefined);
    for (const region of regionNames(set?.overrides)) {
      const grants = set?.overrides?.[region]?.grants ?? [];
      checkList(context, keySet, grants, ["keys", keySet.name, "overrides", region, "grants"], region);
    }
  }
  const idle = managedSettings(context).filter(
    ({ settings }) => !settings.enabled && settings.grants.length > 0,
  );
  for (const { keySet, regions, path } of placesOf(context, idle, ["grants"])) {
    context.report("keys/grant-on-disabled-key", { keySet, regions }, atKey(path));
  }
};

function checkList(
  context: RuleContext,
  keySet: KeySet,
  grants: readonly GrantSpec[],
  path: SpecPath,
  only: RegionName | undefined,
): void {
  for (const [index, grant] of grants.entries()) {
    const at = [...path, index];
    const twin = grants.slice(0, index).findIndex((other) => isSameGrant(grant, other));
    if (twin !== -1) {
      const place = [related("the other one stands here", [...path, twin, "name"])];
      context.report("keys/duplicate-grant", { name: grant.name }, [...at, "name"], place);
    }
    checkOperations(context, keySet, grant, at);
    checkContext(context, keySet, grant, at);
    for (const [place, region] of (grant.regions ?? []).entries()) {
      const isThere = keySet.keyIn.has(region) && (only === undefined || only === region);
      if (isThere) continue;
      context.report("keys/grant-region", { region, keySet: keySet.name }, [...at, "regions", place]);
    }
  }
}

/** Grants of one name for different Regions are different grants; for the same Region they are not. */
function isSameGrant(one: GrantSpec, other: GrantSpec): boolean {
  if (one.name !== other.name) return false;
  return (
    one.regions === undefined ||
    other.regions === undefined ||
    one.regions.some((region) => other.regions?.includes(region))
  );
}

function checkOperations(
  { catalog, report }: RuleContext,
  keySet: KeySet,
  grant: GrantSpec,
  at: SpecPath,
): void {
  const facts = catalog.keySpecs.get(keySet.spec);
  if (facts === undefined || keySet.usage === undefined) return;
  const possible = facts.grantOperations(keySet.usage);
  for (const [index, operation] of grant.operations.entries()) {
    if (possible.includes(operation)) continue;
    const parameters = { operation, spec: keySet.spec, possible };
    report("keys/grant-operation", parameters, [...at, "operations", index]);
  }
}

function checkContext(
  { catalog, report }: RuleContext,
  keySet: KeySet,
  grant: GrantSpec,
  at: SpecPath,
): void {
  const { encryptionContext } = grant;
  if (encryptionContext === undefined) return;
  const path = [...at, "encryptionContext"];
  if (catalog.keySpecs.get(keySet.spec)?.isSymmetricEncryption !== true) {
    return report("keys/grant-context-not-applicable", { spec: keySet.spec }, path);
  }
  const pairs =
    Object.keys({ ...encryptionContext.equals }).length + Object.keys({ ...encryptionContext.subset }).length;
  const { grantContextPairs, grantContextValueLength } = catalog.limits;
  const maximum = grantContextPairs?.maximum ?? pairs;
  if (pairs === 0) report("spec/empty-value", { what: "the encryption context" }, path);
  if (pairs > maximum)
    report("keys/grant-context-too-large", { what: "context", count: pairs, maximum }, path);
  for (const form of ["equals", "subset"] as const) {
    for (const [name, value] of Object.entries(encryptionContext[form] ?? {})) {
      const longest = grantContextValueLength?.maximum ?? Infinity;
      if (value.length <= longest) continue;
      const parameters = { what: "value", count: value.length, maximum: longest } as const;
      report("keys/grant-context-too-large", parameters, [...path, form, name]);
    }
  }
}
