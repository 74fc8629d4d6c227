import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { literalOf } from "../../../terraform/read-body";
import type { ElementNames } from "../../common/policy-checks/deployment-facts";

/** How resources of AWS say what they were planned as. */
export const elementNames: ElementNames = {
  memberIdentifierOf,
  databaseIdentifierOf: ({ type, body }) =>
    type === "aws_rds_global_cluster" ? String(literalOf(body, "globalClusterIdentifier")) : undefined,
  keyName: (keySet, key) => toIdentifier(keySet.name, key.region),
};

/** `/aws/rds/<kind>/<identifier>/<log>`: the log groups of RDS carry the identifier in their names. */
const LOG_GROUP = /^\/aws\/rds\/(?:cluster|instance)\/([^/]+)\//;

function memberIdentifierOf({ type, body }: ResourceElement): string {
  switch (type) {
    case "aws_cloudwatch_log_group":
      return LOG_GROUP.exec(String(literalOf(body, "name")))?.[1] ?? "";
    case "aws_rds_cluster":
      return String(literalOf(body, "clusterIdentifier"));
    default:
      return String(literalOf(body, "identifier"));
  }
}
