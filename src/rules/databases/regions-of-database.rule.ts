import { regionNames } from "../../base/names";
import { regionsOf, type PlannedDatabase } from "../../model/database";
import { strayRegion } from "../places";
import { atKey, type Rule, type RuleContext } from "../rule";
import { regionOfDatabase } from "./member-path";

/** The Regions of a database: of the deployment, as many as the topology takes, each able to hold it. */
export const regionsOfDatabaseRule: Rule = (context) => {
  const { spec, resolved, report } = context;
  for (const [name, database] of resolved.databases) {
    const written = regionNames(spec.databases?.[name]?.regions);
    for (const region of written) {
      const stray = strayRegion(context, region);
      if (stray === undefined) continue;
      const parameters = { database: name, region, ...stray };
      report("databases/region-not-in-deployment", parameters, atKey(["databases", name, "regions", region]));
    }
    checkCount(context, name, database, written.length);
    checkSupport(context, name, database);
    checkBacktrack(context, database);
  }
};

function checkCount(
  { catalog, report }: RuleContext,
  name: string,
  database: PlannedDatabase,
  written: number,
): void {
  const at = atKey(["databases", name, "regions"]);
  if (database.topology === "single-region" && written > 1) {
    report("databases/single-region-with-several", { database: name, count: written }, at);
  }
  if (database.topology !== "global-database") return;
  const { minimum, maximum } = catalog.limits.secondaryRegions;
  const count = database.secondaries.length;
  if (count < minimum) report("databases/too-few-regions", { database: name, minimum }, at);
  if (count > maximum) report("databases/too-many-regions", { database: name, count, maximum }, at);
}

function checkSupport(context: RuleContext, name: string, database: PlannedDatabase): void {
  const { catalog, report } = context;
  const { topology } = database;
  for (const region of regionsOf(database)) {
    const support = catalog.regions.get(region)?.supports[topology];
    const place = atKey(regionOfDatabase(context, name, region));
    if (support === "no") report("databases/region-without-topology", { region, topology }, place);
    if (support === "unverified") {
      report("databases/support-unverified", { what: `topology "${topology}" in ${region}` }, place);
    }
  }
}

/** Not every Region can take a cluster back. */
function checkBacktrack({ catalog, report }: RuleContext, database: PlannedDatabase): void {
  if (database.topology !== "single-region" || database.form !== "cluster") return;
  if (database.backtrackHours === 0) return;
  const { region } = database.cluster;
  const path = ["databases", database.name, "backtrackHours"];
  const support = catalog.regions.get(region)?.supportsBacktrack;
  if (support === "no") {
    const what = `Regions that have backtracking, which ${region} has not`;
    report("databases/field-not-applicable", { field: "backtrackHours", what }, atKey(path));
  }
  if (support === "unverified")
    report("databases/support-unverified", { what: `backtracking in ${region}` }, path);
}
