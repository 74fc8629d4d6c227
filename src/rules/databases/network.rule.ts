import { regionsOf } from "../../model/database";
import { writtenRegionPlaces } from "../places";
import { atKey, type Rule } from "../rule";

/** A database without a subnet group lands in the default network, if there is one. */
export const networkRule: Rule = ({ spec, resolved, catalog, report }) => {
  const withDatabase = new Set([...resolved.databases.values()].flatMap(regionsOf));
  for (const { name, network } of resolved.regions) {
    if (network.subnetGroup.kind !== "none" || !withDatabase.has(name) || !catalog.regions.has(name))
      continue;
    const place = writtenRegionPlaces(spec).find(({ region }) => region === name);
    if (place !== undefined) report("databases/network-missing", { region: name }, atKey(place.path));
  }
};
