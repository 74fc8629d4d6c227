import type { Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { sidesOf, valueAt } from "../../common/live/transition";
import { newReadReplica, newSecondary } from "./copy-migrations";
import { dropInside, movedCluster, movedInstance } from "./database-migrations";
import { newKey } from "./key-migrations";

/**
 * How to get to what Google does not change in place without losing data:
 * https://cloud.google.com/sql/docs/postgres/cmek (an instance's key is fixed),
 * https://cloud.google.com/alloydb/docs/cmek (so is a cluster's).
 *
 * @param all every resource of the deployment: what a command must name may stand in another one
 */
export function migrationOf(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): Migration | undefined {
  const { before, after, action } = transition;
  if (action !== "replace" || before === undefined || after === undefined || before.region !== after.region)
    return undefined;
  // In another project everything is another thing, and nothing is moved by a command or two.
  if (sidesOf(transition).differs("project")) return undefined;
  switch (before.type) {
    case "google_sql_database_instance":
      return before.arguments["master_instance_name"] === undefined
        ? movedInstance({ before, after }, all)
        : newReadReplica(before);
    case "google_alloydb_cluster":
      return valueAt(before.arguments, "secondary_config.primary_cluster_name") === undefined
        ? movedCluster({ before, after }, all)
        : newSecondary(before, all);
    case "google_sql_database":
      return dropInside({ before, after });
    case "google_kms_crypto_key":
      return newKey({ before, after });
    default:
      return undefined;
  }
}
