import { regionNames, type RegionName } from "../../base/names";
import { suggest } from "../../base/suggest";
import { servedRegions, type KeySet } from "../../model/key";
import type { KeyAssignment } from "../../model/resolved";
import { existingIds } from "../../spec/existing-ids";
import { writtenRegions } from "../../spec/written-regions";
import { isSlipOf } from "../places";
import { related, type Rule, type RuleContext } from "../rule";
import { PURPOSE_OF_USE } from "./purpose-of-use";

/** The key sets that databases name exist, serve their use, and have a key wherever they are used. */
export const keysOfDatabaseRule: Rule = (context) => {
  for (const assignments of byPlace(context).values()) {
    const [first] = assignments;
    if (first !== undefined) checkKeySet(context, first, assignments);
  }
};

/** Assignments by the place that names the key set: each place is judged once. */
function byPlace({ resolved }: RuleContext): ReadonlyMap<string, readonly KeyAssignment[]> {
  const places = new Map<string, KeyAssignment[]>();
  for (const assignment of resolved.assignments) {
    const place = JSON.stringify(assignment.path);
    const known = places.get(place);
    if (known === undefined) places.set(place, [assignment]);
    else known.push(assignment);
  }
  return places;
}

function checkKeySet(
  context: RuleContext,
  first: KeyAssignment,
  assignments: readonly KeyAssignment[],
): void {
  const { resolved, report } = context;
  const { keySet: name, path } = first;
  const keySet = resolved.keySets.get(name);
  if (keySet === undefined) {
    // About a place that names no key of its own, the place that does has been judged.
    if (isNaming(first)) reportUnknown(context, first);
    return;
  }
  const place = [related(`key set "${name}" stands here`, ["keys", name])];
  const purpose = PURPOSE_OF_USE[first.use];
  // The database's own key serves its logs without being for logs; only a key that is named must be.
  const isOwnForLogs = first.use === "logs" && path.at(-1) !== "logKey";
  if (isNaming(first) && !isOwnForLogs && !keySet.purposes.includes(purpose)) {
    report("databases/key-purpose", { key: name, purpose, purposes: keySet.purposes }, path, place);
  }
  const missing = missingRegions(context, assignments, keySet);
  if (missing.length > 0)
    report("databases/key-missing-in-region", { key: name, regions: missing }, path, place);
}

/** Whether the place of an assignment is the name of a key set, not a Region that makes one necessary. */
function isNaming({ path }: KeyAssignment): boolean {
  return ["key", "logKey", "secretKey"].includes(String(path.at(-1)));
}

function reportUnknown(
  { spec, resolved, catalog, report, isWritten, isSetAside }: RuleContext,
  assignment: KeyAssignment,
): void {
  const { keySet: name, path } = assignment;
  // A key set that was set aside for its shape is there all the same.
  if (isWritten(["keys", name]) || (spec.keys === undefined && isSetAside(["keys"]))) return;
  const known = [...resolved.keySets.keys()];
  const isIdentifier = catalog.parseKeyIdentifier(name).kind !== "malformed";
  report("databases/unknown-key", { key: name, known, suggestion: suggest(name, known), isIdentifier }, path);
}

/** The Regions in which a key is missing, but for those of which that has been said elsewhere. */
function missingRegions(
  { spec, catalog }: RuleContext,
  assignments: readonly KeyAssignment[],
  keySet: KeySet,
): readonly string[] {
  const written = spec.keys?.[keySet.name];
  // An existing key set without any ARN, or without one that its own list asks for, has been reported as such.
  if (keySet.strategy === "existing" && regionNames(existingIds(written).ids).length === 0) return [];
  const promised = keySet.strategy === "existing" ? (written?.regions ?? []) : [];
  const named = [...(written?.regions ?? []), ...regionNames(existingIds(written).ids)];
  const isReported = (region: RegionName) =>
    promised.includes(region) ||
    !catalog.regions.has(region) ||
    named.some((name) => isSlipOf(catalog, name, region));
  const deployment = writtenRegions(spec);
  const regions = [...new Set(assignments.map(({ region }) => region))];
  const served = servedRegions(keySet);
  return regions.filter(
    (region) => deployment.includes(region) && !served.includes(region) && !isReported(region),
  );
}
