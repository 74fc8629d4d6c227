import type { RdsClusterParameterGroupParameter } from "@cdktf/provider-aws/lib/rds-cluster-parameter-group";
import type { RdsCluster } from "@cdktf/provider-aws/lib/rds-cluster";
import { mustGet } from "../../base/invariant";
import { compareText } from "../../base/ordering";
import { membersOf, type ClusterMember, type GlobalDatabase } from "../../model/database";
import { nested, type Nested } from "../../terraform/block";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { InputVariable, ResourceElement } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import { engines } from "./catalog/catalog";
import type { AwsEngine } from "./catalog/engine";
import { tagsOf } from "./lower-keys";
import { lowerLogGroups } from "./lower-monitoring";
import type { LoweredNetwork } from "./lower-network";
import type { LoweringContext } from "./lowering-context";
import { masterPassword } from "./master-password";
import { rdsCluster, rdsClusterInstance, rdsClusterParameterGroup, rdsGlobalCluster } from "./resources";

/** What the members of every database share. */
export interface DatabaseSurroundings {
  readonly context: LoweringContext;
  readonly monitoringRoleArn: Expression<string> | undefined;
  readonly network: LoweredNetwork;
}

/** A database as resources. */
export interface LoweredDatabase {
  readonly elements: readonly ResourceElement[];
  readonly logGroups: readonly ResourceElement[];
  readonly variables: readonly InputVariable[];
  readonly globalCluster: ReturnType<typeof lowerGlobalCluster>;
  readonly clusters: ReadonlyMap<string, TypedElement<RdsCluster>>;
}

/** Lowers an Aurora Global Database: the global cluster, then the clusters, the primary cluster first. */
export function lowerGlobalDatabase(
  surroundings: DatabaseSurroundings,
  database: GlobalDatabase,
): LoweredDatabase {
  const globalCluster = lowerGlobalCluster(database);
  const elements: ResourceElement[] = [globalCluster];
  const logGroups: ResourceElement[] = [];
  const clusters = new Map<string, TypedElement<RdsCluster>>();
  let primaryInstances: readonly ResourceElement[] = [];
  for (const member of membersOf(database)) {
    const memberLogs = lowerLogGroups(surroundings.context, database, member);
    const parameterGroup = lowerParameterGroup(surroundings, database, member);
    const cluster = lowerCluster({
      ...surroundings,
      database,
      member,
      globalCluster,
      parameterGroup,
      // A secondary cluster is created from, and destroyed before, a primary cluster with an instance.
      dependsOn: member.role === "primary" ? memberLogs : [...memberLogs, ...primaryInstances],
    });
    const instances = lowerInstances(surroundings, database, member, cluster);
    if (member.role === "primary") primaryInstances = instances;
    elements.push(parameterGroup, cluster, ...instances);
    logGroups.push(...memberLogs);
    clusters.set(member.region, cluster);
  }
  return { elements, logGroups, variables: masterPassword(database).variables, globalCluster, clusters };
}

function lowerGlobalCluster(database: GlobalDatabase) {
  return rdsGlobalCluster({
    name: toIdentifier(database.name),
    placement: { kind: "default" },
    comment: `Database ${database.name}: the global cluster. Major upgrades change engine_version here, and nowhere else.`,
    arguments: {
      globalClusterIdentifier: database.identifier,
      engine: database.engine,
      engineVersion: database.engineVersion,
      databaseName: database.databaseName,
      storageEncrypted: true,
      deletionProtection: database.deletionProtection,
      tags: tagsOf(database.tags),
    },
    lifecycle: { preventDestroy: database.protect },
  });
}

interface ClusterInput extends DatabaseSurroundings {
  readonly database: GlobalDatabase;
  readonly member: ClusterMember;
  readonly globalCluster: ReturnType<typeof lowerGlobalCluster>;
  readonly parameterGroup: ReturnType<typeof lowerParameterGroup>;
  readonly dependsOn: readonly ResourceElement[];
}

/*
 * ignore_changes: members are upgraded through the global cluster, so their version moves by itself; RDS
 * fills in where a secondary cluster replicates from, and after a switchover the roles are exchanged. Without
 * them the next plan promotes or replaces a cluster (terraform-provider-aws issues 21879, 42919, 36099).
 */
const IGNORED_ON_PRIMARY = ["engine_version", "replication_source_identifier"];
const IGNORED_ON_SECONDARY = [...IGNORED_ON_PRIMARY, "source_region"];

function lowerCluster({ context, database, member, globalCluster, ...rest }: ClusterInput) {
  const { region, role } = member;
  const isPrimary = role === "primary";
  const password = masterPassword(database);
  const securityGroups = rest.network.securityGroupsIn.get(region) ?? [];
  return rdsCluster({
    name: toIdentifier(database.name, region),
    placement: context.placementOf(region),
    comment: `Database ${database.name} in ${region}: the ${role} cluster.`,
    arguments: {
      globalClusterIdentifier: globalCluster.attribute("id"),
      clusterIdentifier: member.identifier,
      engine: database.engine,
      engineVersion: database.engineVersion,
      // Credentials and the database's name come to a secondary cluster with its data.
      ...(isPrimary
        ? {
            databaseName: database.databaseName,
            masterUsername: database.masterUsername,
            masterPasswordWo: password.value,
            masterPasswordWoVersion: password.version,
          }
        : {}),
      storageEncrypted: true,
      kmsKeyId: context.keyArn(database.name, region, "storage"),
      sourceRegion: isPrimary ? undefined : database.primary.region,
      enableGlobalWriteForwarding: database.writeForwarding && !isPrimary ? true : undefined,
      port: database.port,
      dbSubnetGroupName: rest.network.subnetGroupIn.get(region),
      vpcSecurityGroupIds: nonEmpty(securityGroups),
      dbClusterParameterGroupName: rest.parameterGroup.attribute("name"),
      iamDatabaseAuthenticationEnabled: true,
      backupRetentionPeriod: database.backupRetentionDays,
      copyTagsToSnapshot: true,
      // The last snapshot is taken of the primary cluster: it holds the same data as every secondary one.
      skipFinalSnapshot: !isPrimary,
      finalSnapshotIdentifier: isPrimary ? `${member.identifier}-final` : undefined,
      deletionProtection: database.deletionProtection,
      enabledCloudwatchLogsExports: nonEmpty(database.monitoring.logs.exports),
      tags: tagsOf(database.tags),
    },
    lifecycle: {
      preventDestroy: database.protect,
      ignoreChanges: isPrimary ? IGNORED_ON_PRIMARY : IGNORED_ON_SECONDARY,
    },
    dependsOn: rest.dependsOn,
  });
}

function lowerInstances(
  { context, monitoringRoleArn, network }: DatabaseSurroundings,
  database: GlobalDatabase,
  { region, instances, instanceIdentifiers }: ClusterMember,
  cluster: TypedElement<RdsCluster>,
) {
  const { enhancedSeconds, insights } = database.monitoring;
  return instanceIdentifiers.map((identifier, index) =>
    rdsClusterInstance({
      name: toIdentifier(database.name, region, index + 1),
      placement: context.placementOf(region),
      arguments: {
        identifier,
        clusterIdentifier: cluster.attribute("clusterIdentifier"),
        engine: database.engine,
        instanceClass: instances.class,
        dbSubnetGroupName: network.subnetGroupIn.get(region),
        publiclyAccessible: false,
        // Without effect on a member of a global database; on, so that it holds when the cluster leaves it.
        autoMinorVersionUpgrade: true,
        copyTagsToSnapshot: true,
        monitoringInterval: enhancedSeconds,
        monitoringRoleArn: enhancedSeconds > 0 ? monitoringRoleArn : undefined,
        performanceInsightsEnabled: insights.kind === "on",
        ...(insights.kind === "on"
          ? {
              performanceInsightsKmsKeyId: context.keyArn(database.name, region, "insights"),
              performanceInsightsRetentionPeriod: insights.retentionDays,
            }
          : {}),
        tags: tagsOf(database.tags),
      },
    }),
  );
}

function lowerParameterGroup(
  { context }: DatabaseSurroundings,
  database: GlobalDatabase,
  { region, identifier }: ClusterMember,
) {
  const engine = mustGet(engines, database.engine);
  const family = engine.parameterFamily(database.engineVersion);
  return rdsClusterParameterGroup({
    name: toIdentifier(database.name, region),
    placement: context.placementOf(region),
    arguments: {
      // With the family in its name, the group of the next major version can stand beside this one.
      name: `${identifier}-${family.replace(/\./g, "-")}`,
      family,
      description: `Parameters of ${identifier}`,
      parameter: parametersOf(engine, database.parameters),
      tags: tagsOf(database.tags),
    },
    lifecycle: { createBeforeDestroy: true },
  });
}

/** The engine's safe set with the spec's own values over it, by name. */
function parametersOf(
  engine: AwsEngine,
  own: Readonly<Record<string, string>>,
): readonly Nested<RdsClusterParameterGroupParameter>[] {
  const values = new Map(engine.safeParameters.map(({ name, value }) => [name, value]));
  for (const [name, value] of Object.entries(own)) values.set(name, value);
  return [...values]
    .sort(([a], [b]) => compareText(a, b))
    .map(([name, value]) =>
      nested<RdsClusterParameterGroupParameter>({
        name,
        value,
        applyMethod: engine.dynamicParameters.includes(name) ? undefined : "pending-reboot",
      }),
    );
}

function nonEmpty<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
