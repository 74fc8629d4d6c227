import { regionsOf } from "../../model/database";
import { writtenRegionPlaces } from "../places";
import { atKey, type Rule } from "../rule";

/** A database without a subnet group lands in the default network, if there is one. */
export const networkRule: Rule = ({ spec, resolved, catalog, report, isSetAside }) => {
  if (catalog.capabilities.network !== "subnet-groups") return;
  // Where a database runs is not known while one of these cannot be read.
  const isPlaced = (name: string) =>
    !["regions", "adopt"].some((field) => isSetAside(["databases", name, field]));
  const placed = [...resolved.databases.values()].filter(({ name }) => isPlaced(name));
  const withDatabase = new Set(placed.flatMap(regionsOf));
  for (const { name, network } of resolved.regions) {
    if (network.subnetGroup.kind !== "none" || !withDatabase.has(name) || !catalog.regions.has(name))
      continue;
    const place = writtenRegionPlaces(spec).find(({ region }) => region === name);
    if (place !== undefined) report("databases/network-missing", { region: name }, atKey(place.path));
  }
};
