import { toIdentifier } from "../../../terraform/names";
import { literalOf } from "../../../terraform/read-body";
import type { ElementNames } from "../../common/policy-checks/deployment-facts";

/** The argument that holds the identifier of a member, by type. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  google_alloydb_cluster: "clusterId",
  google_alloydb_instance: "instanceId",
  google_sql_database_instance: "name",
};

/** How resources of Google Cloud say what they were planned as. */
export const elementNames: ElementNames = {
  memberIdentifierOf: ({ type, body }) => {
    const argument = IDENTIFIERS[type];
    if (argument === undefined) return undefined;
    // A read pool is of its cluster.
    return String(literalOf(body, argument)).replace(/-read$/, "");
  },
  databaseIdentifierOf: () => undefined,
  keyName: (keySet, key) =>
    toIdentifier(keySet.name, key.kind === "location-key" ? key.location : key.region),
};
