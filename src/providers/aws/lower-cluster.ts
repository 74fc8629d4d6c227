import type {
  RdsCluster,
  RdsClusterServerlessv2ScalingConfiguration,
} from "@cdktf/provider-aws/lib/rds-cluster";
import type { ClusterMember, GlobalDatabase, SingleRegionCluster } from "../../model/database";
import { nested } from "../../terraform/block";
import type { Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import { clusterPassword } from "./master-password";
import type { MemberInput, Surroundings } from "./lowered-database";
import { lowerClusterParameterGroup } from "./lower-parameter-group";
import { lowerLogGroups, monitoringArguments } from "./lower-monitoring";
import { memberName } from "../common/member-name";
import { rdsCluster, rdsClusterInstance } from "./resources";
import { nonEmpty, tagsOf } from "../common/tags";

type ClusterDatabase = GlobalDatabase | SingleRegionCluster;

/** What a cluster is lowered from. */
export interface ClusterInput extends MemberInput<ClusterDatabase, ClusterMember> {
  readonly globalCluster: Expression<string> | undefined;
  readonly ignoreChanges: readonly string[];
  /** What must be there before the cluster, beside its log groups and grants. */
  readonly dependsOn: readonly ResourceElement[];
}

/** A cluster with its parameter group, instances and log groups. */
export interface LoweredCluster {
  readonly elements: readonly ResourceElement[];
  readonly logGroups: readonly ResourceElement[];
  readonly cluster: TypedElement<RdsCluster>;
  readonly instances: readonly ResourceElement[];
}

/** Lowers a cluster of any topology. */
export function lowerClusterMember(input: ClusterInput): LoweredCluster {
  const { surroundings, database, member } = input;
  const logGroups = lowerLogGroups(surroundings, database, member);
  const parameterGroup = lowerClusterParameterGroup(database, member);
  const ref = { database: database.name, region: member.region };
  const grants = surroundings.grantsOn(ref, "storage");
  const cluster = rdsCluster({
    name: memberName(database, member),
    region: member.region,
    comment: commentOf(database, member),
    arguments: {
      ...identityArguments(input),
      ...encryptionArguments(input),
      ...networkArguments(surroundings, database, member),
      dbClusterParameterGroupName: parameterGroup.attribute("name"),
      ...operationArguments(input),
      ...capacityArguments(member),
      tags: tagsOf(member.tags),
    },
    lifecycle: { preventDestroy: database.protect, ignoreChanges: input.ignoreChanges },
    dependsOn: [...logGroups, ...grants, ...input.dependsOn],
  });
  const instances = lowerClusterInstances(input, cluster);
  return { elements: [parameterGroup, cluster, ...instances], logGroups, cluster, instances };
}

function commentOf({ name, topology }: ClusterDatabase, { region, role }: ClusterMember): string {
  return topology === "global-database"
    ? `Database ${name} in ${region}: the ${role} cluster.`
    : `Database ${name} in ${region}.`;
}

function identityArguments({ database, member, globalCluster }: ClusterInput) {
  return {
    globalClusterIdentifier: globalCluster,
    clusterIdentifier: member.identifier,
    engine: database.engine,
    engineVersion: database.engineVersion,
  };
}

/** Credentials and the database's name come to a secondary cluster with its data. */
function credentialArguments({ surroundings, database, member }: ClusterInput) {
  if (member.role === "secondary") return {};
  return {
    databaseName: database.databaseName,
    masterUsername: database.masterUsername,
    ...clusterPassword(surroundings, database),
  };
}

function encryptionArguments(input: ClusterInput) {
  const { surroundings, database, member } = input;
  const ref = { database: database.name, region: member.region };
  // AWS encrypts every new Aurora cluster with a key of its own when nothing is said.
  const isOwned = surroundings.isProviderOwned(ref);
  return {
    ...credentialArguments(input),
    storageEncrypted: isOwned ? undefined : true,
    kmsKeyId: surroundings.keyArn(ref, "storage"),
    // Makes the provider sign the copy from there, which AWS asks of encrypted secondary clusters.
    sourceRegion:
      database.topology === "global-database" && member.role === "secondary"
        ? database.primaryRegion
        : undefined,
    enableGlobalWriteForwarding:
      database.topology === "global-database" && database.writeForwarding && member.role === "secondary"
        ? true
        : undefined,
  };
}

function networkArguments({ network }: Surroundings, { port }: ClusterDatabase, { region }: ClusterMember) {
  return {
    port,
    dbSubnetGroupName: network.subnetGroupIn.get(region),
    vpcSecurityGroupIds: nonEmpty(network.securityGroupsIn.get(region) ?? []),
  };
}

function operationArguments({ database, member }: ClusterInput) {
  const { backup, monitoring } = database;
  const takesFinalSnapshot = member.role === "primary" && backup.finalSnapshot;
  return {
    iamDatabaseAuthenticationEnabled: database.iamAuthentication,
    backupRetentionPeriod: backup.retentionDays,
    preferredBackupWindow: backup.window,
    preferredMaintenanceWindow: database.maintenanceWindow,
    backtrackWindow: backtrackSeconds(database),
    copyTagsToSnapshot: true,
    // The last snapshot is taken of the primary cluster: it holds the same data as every secondary one.
    skipFinalSnapshot: !takesFinalSnapshot,
    finalSnapshotIdentifier: takesFinalSnapshot ? `${member.identifier}-final` : undefined,
    deletionProtection: database.deletionProtection,
    enabledCloudwatchLogsExports: nonEmpty(monitoring.logs.exports),
  };
}

function backtrackSeconds(database: ClusterDatabase): number | undefined {
  const hours = database.topology === "single-region" ? database.backtrackHours : 0;
  return hours === 0 ? undefined : hours * 3600;
}

function capacityArguments({ capacity }: ClusterMember) {
  if (capacity.kind === "provisioned") return {};
  return {
    serverlessv2ScalingConfiguration: nested<RdsClusterServerlessv2ScalingConfiguration>({
      minCapacity: capacity.minimum,
      maxCapacity: capacity.maximum,
    }),
  };
}

function lowerClusterInstances(input: ClusterInput, cluster: TypedElement<RdsCluster>) {
  const { surroundings, database, member } = input;
  const { region, capacity, instanceIdentifiers } = member;
  return instanceIdentifiers.map((identifier, index) =>
    rdsClusterInstance({
      name: toIdentifier(memberName(database, member), index + 1),
      region,
      arguments: {
        identifier,
        clusterIdentifier: cluster.attribute("clusterIdentifier"),
        engine: database.engine,
        instanceClass: capacity.kind === "serverless" ? "db.serverless" : capacity.class,
        dbSubnetGroupName: surroundings.network.subnetGroupIn.get(region),
        publiclyAccessible: false,
        caCertIdentifier: database.caCertificate,
        autoMinorVersionUpgrade: database.autoMinorVersionUpgrade,
        copyTagsToSnapshot: true,
        ...monitoringArguments(surroundings, database, member),
        tags: tagsOf(member.tags),
      },
    }),
  );
}
