import type { SingleRegionCluster, SingleRegionInstance } from "../../model/database";
import { instanceOutputs, secretOutput } from "./instance-outputs";
import { lowerClusterMember } from "./lower-cluster";
import { lowerInstanceMember } from "./lower-instance";
import type { LoweredDatabase, Surroundings } from "./lowered-database";
import { passwordVariables } from "./master-password";
import { outputValue } from "../common/outputs";

/** Lowers an Aurora cluster that stands in one Region. */
export function lowerSingleRegionCluster(
  surroundings: Surroundings,
  database: SingleRegionCluster,
): LoweredDatabase {
  const { name } = database;
  const { elements, logGroups, cluster } = lowerClusterMember({
    surroundings,
    database,
    member: database.cluster,
    globalCluster: undefined,
    ignoreChanges: [],
    dependsOn: [],
  });
  return {
    global: [],
    elements,
    logGroups,
    variables: passwordVariables(database),
    outputs: [
      outputValue([name, "cluster_arn"], `ARN of the cluster of database ${name}.`, cluster.attribute("arn")),
      outputValue(
        [name, "cluster_endpoint"],
        `Cluster endpoint of database ${name}.`,
        cluster.attribute("endpoint"),
      ),
      outputValue(
        [name, "reader_endpoint"],
        `Reader endpoint of database ${name}.`,
        cluster.attribute("readerEndpoint"),
      ),
      ...secretOutput(database, cluster),
    ],
  };
}

/** Lowers an RDS instance that stands in one Region. */
export function lowerSingleRegionInstance(
  surroundings: Surroundings,
  database: SingleRegionInstance,
): LoweredDatabase {
  const { elements, logGroups, instance } = lowerInstanceMember({
    surroundings,
    database,
    member: database.instance,
  });
  return {
    global: [],
    elements,
    logGroups,
    variables: passwordVariables(database),
    outputs: instanceOutputs(database, instance),
  };
}
