import type { Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { migratedDatabase } from "./database-migrations";
import { newReadReplica, newSecondary } from "./copy-migrations";
import { newKey } from "./key-migrations";
import { followsPromotion, promotedReplica, promotionOf } from "./promotion";
import { changesRole, globalAround, joinsGlobal, switchover } from "./role-findings";

/**
 * How to get to what AWS does not change in place without losing data:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html (a cluster's key is fixed),
 * https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html (so is a key's strategy).
 *
 * @param all every resource of the deployment: what a command must name may stand in another one
 */
export function migrationOf(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): Migration | undefined {
  const { before, after, action } = transition;
  if (before !== undefined && after !== undefined && joinsGlobal(transition))
    return globalAround({ before, after }, all);
  if (before !== undefined && action === "destroy") {
    const promotion = promotionOf(before, all);
    return promotion === undefined ? undefined : promotedReplica(promotion, all);
  }
  if (action !== "replace" || before === undefined || after === undefined || before.region !== after.region)
    return undefined;
  switch (before.type) {
    case "aws_rds_cluster":
      if (changesRole(transition)) return switchover({ before, after });
      return before.arguments["source_region"] === undefined
        ? migratedDatabase({ before, after }, all)
        : newSecondary({ before, after }, all);
    case "aws_db_instance":
      return before.arguments["replicate_source_db"] === undefined
        ? migratedDatabase({ before, after }, all)
        : newReadReplica({ before, after });
    case "aws_kms_key":
    case "aws_kms_external_key":
    case "aws_kms_replica_key":
    case "aws_kms_replica_external_key":
      return followsPromotion(before, all) ? undefined : newKey(before, all);
    default:
      return undefined;
  }
}
