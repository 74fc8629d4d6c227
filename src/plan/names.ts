import type { RegionName } from "../base/names";

/** The identifier of a member in a Region: unique across Regions, as the provider asks of one database. */
export function memberIdentifier(database: string, region: RegionName): string {
  return `${database}-${region}`;
}

/** The identifier of the `index`th instance (from 1) of a cluster. */
export function instanceIdentifier(cluster: string, index: number): string {
  return `${cluster}-${index}`;
}

/** The identifier of the `index`th read replica (from 1) in a Region. */
export function replicaIdentifier(database: string, region: RegionName, index: number): string {
  return `${memberIdentifier(database, region)}-replica-${index}`;
}
