import { asRegionName, regionNames } from "../../../base/names";
import { suggest } from "../../../base/suggest";
import type { KeySet } from "../../../model/key";
import { atKey, related, type Rule, type RuleContext } from "../../../rules/rule";
import { keyLocations, mayBeKeyLocation, mayBeRegion } from "../catalog/regions";

/** The one key of a multi-region key set is in a location that there is, and serves no database from there. */
export const keyLocationsRule: Rule = (context) => {
  for (const keySet of context.resolved.keySets.values()) {
    if (keySet.strategy !== "multi-region") continue;
    checkLocation(context, keySet);
    checkDatabases(context, keySet);
    checkSecrets(context, keySet);
    checkOverrides(context, keySet);
  }
};

function checkLocation({ spec, catalog, report, isWritten }: RuleContext, { name }: KeySet): void {
  const path = ["keys", name, "location"];
  const location = spec.keys?.[name]?.location;
  const known = [...keyLocations];
  if (location === undefined) {
    if (!isWritten(path)) report("keys/location-missing", { keySet: name, known }, atKey(["keys", name]));
    return;
  }
  if (keyLocations.has(location)) return;
  if (catalog.regions.has(asRegionName(location)) || mayBeRegion(location)) {
    report("keys/location-is-region", { location }, path);
  } else if (mayBeKeyLocation(location)) report("keys/location-unverified", { location }, path);
  else report("keys/location-unknown", { location, known, suggestion: suggest(location, known) }, path);
}

/** https://cloud.google.com/sql/docs/postgres/cmek, https://cloud.google.com/alloydb/docs/use-cmek. */
function checkDatabases({ spec, resolved, report }: RuleContext, { name, purposes }: KeySet): void {
  const { purpose, location = "" } = spec.keys?.[name] ?? {};
  const user = resolved.assignments.find(({ keySet }) => keySet === name);
  if (!purposes.includes("database") && user === undefined) return;
  const index = purpose?.indexOf("database") ?? -1;
  const at = index === -1 ? ["keys", name, "strategy"] : ["keys", name, "purpose", index];
  const users = user === undefined ? [] : [related(`database "${user.database}" names it here`, user.path)];
  report("keys/location-for-database", { keySet: name, location }, at, users);
}

/** A secret that is kept everywhere takes a key in `global`, any other one keys of its own Regions: https://cloud.google.com/secret-manager/docs/cmek. */
function checkSecrets({ spec, report }: RuleContext, { name }: KeySet): void {
  const { purpose = [], location } = spec.keys?.[name] ?? {};
  const index = purpose.indexOf("secrets");
  if (index === -1 || location === undefined || location === "global") return;
  report("keys/location-for-secrets", { location }, ["keys", name, "purpose", index]);
}

function checkOverrides({ spec, report }: RuleContext, { name }: KeySet): void {
  if (regionNames(spec.keys?.[name]?.overrides).length === 0) return;
  report("keys/override-of-shared-key", { keySet: name }, atKey(["keys", name, "overrides"]));
}
