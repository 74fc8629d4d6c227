import type { RegionName } from "../base/names";

/** The identifier of a cluster: unique across Regions, as the provider asks of the members of one database. */
export function clusterIdentifier(database: string, region: RegionName): string {
  return `${database}-${region}`;
}

/** The identifier of the `index`th instance (from 1) of a cluster. */
export function instanceIdentifier(cluster: string, index: number): string {
  return `${cluster}-${index}`;
}
