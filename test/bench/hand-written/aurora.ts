import { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { RdsClusterInstance } from "@cdktf/provider-aws/lib/rds-cluster-instance";
import { RdsClusterParameterGroup } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import { RdsGlobalCluster } from "@cdktf/provider-aws/lib/rds-global-cluster";
import type { Foundation } from "./foundation";
import { addMap, addOutput, identifier, named } from "./naming";
import {
  addLogGroups,
  addPassword,
  commonSettings,
  instanceSettings,
  parameters,
  placement,
} from "./settings";

const ENGINE = { engine: "aurora-postgresql", engineVersion: "16.6" };

/** An Aurora Global Database with a cluster of two instances in every Region. */
export function addAurora(foundation: Foundation, database: string): void {
  const { stack, home, regions } = foundation;
  const secret = addPassword(foundation, database, 41);
  const global = named(RdsGlobalCluster, stack, database, {
    ...ENGINE,
    globalClusterIdentifier: `fleet-${database}`,
    deletionProtection: true,
    storageEncrypted: true,
    lifecycle: { preventDestroy: true },
  });
  const primary = addCluster(foundation, database, global, {
    region: home,
    role: {
      masterUsername: "dbadmin",
      masterPasswordWo: secret.password,
      masterPasswordWoVersion: secret.version,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: `fleet-${database}-${home}-final`,
    },
    ignored: [],
    after: [],
  });
  const others = regions.filter((region) => region !== home);
  const secondaries = others.map((region) =>
    addCluster(foundation, database, global, {
      region,
      role: { sourceRegion: home, skipFinalSnapshot: true },
      ignored: ["source_region"],
      after: primary.instances,
    }),
  );
  addOutputs(foundation, database, global, [primary, ...secondaries]);
}

interface Cluster {
  readonly region: string;
  readonly cluster: RdsCluster;
  readonly instances: readonly RdsClusterInstance[];
}

interface ClusterPart {
  readonly region: string;
  readonly role: Omit<ConstructorParameters<typeof RdsCluster>[2], "engine">;
  readonly ignored: readonly string[];
  readonly after: readonly RdsClusterInstance[];
}

function addCluster(
  foundation: Foundation,
  database: string,
  global: RdsGlobalCluster,
  { region, role, ignored, after }: ClusterPart,
): Cluster {
  const { stack } = foundation;
  const name = identifier(database, region);
  const place = placement(foundation, region);
  const logGroups = addLogGroups(foundation, { kind: "cluster", name, region }, ["postgresql"]);
  const group = named(RdsClusterParameterGroup, stack, name, {
    ...place,
    name: `fleet-${database}-${region}-aurora-postgresql16`,
    family: "aurora-postgresql16",
    description: `Parameters of fleet-${database}-${region}`,
    parameter: parameters({}),
    lifecycle: { createBeforeDestroy: true },
  });
  const cluster = named(RdsCluster, stack, name, {
    ...place,
    ...ENGINE,
    ...commonSettings(foundation, region),
    ...role,
    clusterIdentifier: `fleet-${database}-${region}`,
    globalClusterIdentifier: global.id,
    dbClusterParameterGroupName: group.name,
    enabledCloudwatchLogsExports: ["postgresql"],
    lifecycle: {
      preventDestroy: true,
      ignoreChanges: ["engine_version", "replication_source_identifier", ...ignored],
    },
    dependsOn: [...logGroups, ...after],
  });
  const instances = [1, 2].map((number) =>
    named(RdsClusterInstance, stack, identifier(name, number), {
      ...place,
      ...instanceSettings(foundation, region),
      engine: ENGINE.engine,
      identifier: `fleet-${database}-${region}-${number}`,
      clusterIdentifier: cluster.clusterIdentifier,
    }),
  );
  return { region, cluster, instances };
}

function addOutputs(
  { stack }: Foundation,
  database: string,
  global: RdsGlobalCluster,
  clusters: readonly Cluster[],
): void {
  const byRegion = new Map(clusters.map(({ region, cluster }) => [region, cluster]));
  addMap(
    stack,
    `${database}_cluster_endpoints`,
    `Cluster endpoint of database ${database} in each Region; only the primary cluster's takes writes.`,
    byRegion,
    ({ endpoint }) => endpoint,
  );
  addMap(
    stack,
    `${database}_reader_endpoints`,
    `Reader endpoint of database ${database} in each Region.`,
    byRegion,
    ({ readerEndpoint }) => readerEndpoint,
  );
  addOutput(
    stack,
    `${database}_global_cluster_arn`,
    `ARN of the global cluster of database ${database}.`,
    global.arn,
  );
  addOutput(
    stack,
    `${database}_global_writer_endpoint`,
    `Endpoint of database ${database} that follows the primary cluster through a switchover or failover.`,
    global.endpoint,
  );
}
