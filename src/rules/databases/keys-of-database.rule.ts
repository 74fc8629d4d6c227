import { regionNames, type RegionName } from "../../base/names";
import { suggest } from "../../base/suggest";
import { membersOf, type PlannedDatabase } from "../../model/database";
import type { KeyPurpose, KeySet } from "../../model/key";
import type { SpecPath } from "../../spec/spec-node";
import { writtenRegions } from "../../spec/written-regions";
import { related, type Rule, type RuleContext } from "../rule";

/** The key sets that a database names exist, serve its use, and have a key in every Region it runs in. */
export const keysOfDatabaseRule: Rule = (context) => {
  const { spec, resolved } = context;
  for (const [name, database] of resolved.databases) {
    const written = spec.databases?.[name];
    const path = ["databases", name];
    check(context, database, written?.key, "database", [...path, "key"]);
    const insights = written?.monitoring?.performanceInsights;
    const insightsKey = insights === false ? undefined : insights?.key;
    check(context, database, insightsKey, "database", [...path, "monitoring", "performanceInsights", "key"]);
    check(context, database, written?.monitoring?.logKey, "logs", [...path, "monitoring", "logKey"]);
  }
};

function check(
  context: RuleContext,
  database: PlannedDatabase,
  keySetName: string | undefined,
  purpose: KeyPurpose,
  path: SpecPath,
): void {
  const { resolved, report, isWritten } = context;
  if (keySetName === undefined) return;
  const keySet = resolved.keySets.get(keySetName);
  if (keySet === undefined) {
    if (isWritten(["keys", keySetName])) return;
    const known = [...resolved.keySets.keys()];
    const suggestion = suggest(keySetName, known);
    report("databases/unknown-key", { key: keySetName, known, suggestion }, path);
    return;
  }
  if (!keySet.purposes.includes(purpose)) {
    report("databases/key-purpose", { key: keySetName, purpose, purposes: keySet.purposes }, path, [
      related(`key set "${keySetName}" stands here`, ["keys", keySetName]),
    ]);
  }
  const missing = regionsWithoutKey(context, database, keySet);
  if (missing.length > 0) {
    report("databases/key-missing-in-region", { key: keySetName, regions: missing }, path, [
      related(`key set "${keySetName}" stands here`, ["keys", keySetName]),
    ]);
  }
}

function regionsWithoutKey(
  { spec, isSetAside }: RuleContext,
  database: PlannedDatabase,
  keySet: KeySet,
): RegionName[] {
  if (isSetAside(["keys", keySet.name]) || isSetAside(["databases", database.name, "regions"])) return [];
  const deployment = writtenRegions(spec);
  // An existing key set without any ARN has been reported as such.
  if (keySet.strategy === "existing" && regionNames(spec.keys?.[keySet.name]?.arns).length === 0) return [];
  return membersOf(database)
    .map((member) => member.region)
    .filter((region) => deployment.includes(region) && !keySet.keyIn.has(region));
}
