import { regionNames } from "../../base/names";
import { oneOf } from "../../base/text";
import { membersOf } from "../../model/database";
import { writtenRegions } from "../../spec/written-regions";
import { atKey, type Rule } from "../rule";
import { regionOfDatabase } from "./member-path";

/** The Regions of a database: of the deployment, as many as the topology takes, each able to hold it. */
export const regionsOfDatabaseRule: Rule = (context) => {
  const { spec, resolved, catalog, report } = context;
  const deployment = writtenRegions(spec);
  const { minimum, maximum } = catalog.limits.secondaryRegions;
  for (const [name, database] of resolved.databases) {
    for (const region of regionNames(spec.databases?.[name]?.regions)) {
      if (deployment.includes(region)) continue;
      const parameters = { database: name, region, regions: oneOf(deployment) };
      report("databases/region-not-in-deployment", parameters, atKey(["databases", name, "regions", region]));
    }
    const count = database.secondaries.length;
    const at = atKey(["databases", name, "regions"]);
    if (count < minimum) report("databases/too-few-regions", { database: name, minimum }, at);
    if (count > maximum) report("databases/too-many-regions", { database: name, count, maximum }, at);
    for (const { region } of membersOf(database)) {
      const support = catalog.regions.get(region)?.supports[database.topology];
      const place = atKey(regionOfDatabase(context, name, region));
      const { topology } = database;
      if (support === "no") report("databases/region-without-topology", { region, topology }, place);
      if (support === "unverified") {
        report("databases/support-unverified", { what: `topology "${topology}" in ${region}` }, place);
      }
    }
  }
};
