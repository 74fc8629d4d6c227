import { isPresent } from "../../base/present";
import type { GlobalDatabase } from "../../model/database";
import { template } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { OutputValue, ResourceElement } from "../../terraform/program";
import { lowerClusterMember, type LoweredCluster } from "./lower-cluster";
import type { LoweredDatabase, Surroundings } from "./lowered-database";
import { passwordVariables } from "./master-password";
import { byRegion, outputValue } from "../common/outputs";
import { rdsGlobalCluster } from "./resources";
import { tagsOf } from "../common/tags";

/*
 * ignore_changes: members are upgraded through the global cluster, so their version moves by itself; RDS
 * fills in where a secondary cluster replicates from, and after a switchover the roles are exchanged. Without
 * them the next plan promotes or replaces a cluster (terraform-provider-aws issues 21879, 42919, 36099).
 */
const IGNORED_ON_PRIMARY = ["engine_version", "replication_source_identifier"];
const IGNORED_ON_SECONDARY = [...IGNORED_ON_PRIMARY, "source_region"];

/** Lowers an Aurora Global Database: the global cluster, then the clusters, the primary cluster first. */
export function lowerGlobalDatabase(surroundings: Surroundings, database: GlobalDatabase): LoweredDatabase {
  const globalCluster = lowerGlobalCluster(surroundings, database);
  const lowerMember = (
    member: GlobalDatabase["secondaries"][number],
    dependsOn: readonly ResourceElement[],
  ) =>
    lowerClusterMember({
      surroundings,
      database,
      member,
      globalCluster: globalCluster.attribute("id"),
      ignoreChanges: member.role === "primary" ? IGNORED_ON_PRIMARY : IGNORED_ON_SECONDARY,
      dependsOn,
    });
  const primary = database.primary.kind === "adopted" ? undefined : lowerMember(database.primary, []);
  // A secondary cluster is created from, and destroyed before, a primary cluster with an instance.
  const secondaries = database.secondaries.map((member) => lowerMember(member, primary?.instances ?? []));
  const clusters = [primary, ...secondaries].filter(isPresent);
  return {
    global: [globalCluster],
    elements: clusters.flatMap(({ elements }) => elements),
    logGroups: clusters.flatMap(({ logGroups }) => logGroups),
    variables: primary === undefined ? [] : passwordVariables(database),
    outputs: [...globalOutputs(database, globalCluster), ...clusterOutputs(database, clusters)],
  };
}

function lowerGlobalCluster(surroundings: Surroundings, database: GlobalDatabase) {
  const { name, identifier, primaryRegion, primary } = database;
  const { partition, account } = surroundings;
  // Built around a cluster that stands, it takes everything from there; saying it again would replace it
  // (https://github.com/hashicorp/terraform-provider-aws/issues/39368).
  const origin =
    primary.kind === "adopted"
      ? {
          sourceDbClusterIdentifier: template`arn:${partition.name}:rds:${primaryRegion}:${account}:cluster:${primary.identifier}`,
          forceDestroy: true,
        }
      : {
          engine: database.engine,
          engineVersion: database.engineVersion,
          databaseName: database.databaseName,
          storageEncrypted: true,
        };
  return rdsGlobalCluster({
    name: toIdentifier(name),
    region: primaryRegion,
    comment:
      primary.kind === "adopted"
        ? `Database ${name}: the global cluster, built around the existing cluster ${primary.identifier}.`
        : `Database ${name}: the global cluster. Major upgrades change engine_version here, and nowhere else.`,
    arguments: {
      globalClusterIdentifier: identifier,
      ...origin,
      deletionProtection: database.deletionProtection,
      tags: tagsOf(database.tags),
    },
    lifecycle: { preventDestroy: database.protect },
  });
}

function globalOutputs(
  { name }: GlobalDatabase,
  globalCluster: ReturnType<typeof lowerGlobalCluster>,
): OutputValue[] {
  return [
    outputValue(
      [name, "global_cluster_arn"],
      `ARN of the global cluster of database ${name}.`,
      globalCluster.attribute("arn"),
    ),
    outputValue(
      [name, "global_writer_endpoint"],
      `Endpoint of database ${name} that follows the primary cluster through a switchover or failover.`,
      globalCluster.attribute("endpoint"),
    ),
  ];
}

function clusterOutputs({ name }: GlobalDatabase, clusters: readonly LoweredCluster[]): OutputValue[] {
  const inRegion = new Map(clusters.map(({ cluster }) => [cluster.region ?? "", cluster]));
  return [
    outputValue(
      [name, "cluster_endpoints"],
      `Cluster endpoint of database ${name} in each Region; only the primary cluster's takes writes.`,
      byRegion(inRegion, (cluster) => cluster.attribute("endpoint")),
    ),
    outputValue(
      [name, "reader_endpoints"],
      `Reader endpoint of database ${name} in each Region.`,
      byRegion(inRegion, (cluster) => cluster.attribute("readerEndpoint")),
    ),
  ];
}
