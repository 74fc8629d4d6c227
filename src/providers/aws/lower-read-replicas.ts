import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import type { DbParameterGroup } from "@cdktf/provider-aws/lib/db-parameter-group";
import { mustGet } from "../../base/invariant";
import type { RegionName } from "../../base/names";
import type { InstanceStorage, ReadReplicaTopology, ReplicaMember } from "../../model/database";
import type { OutputValue, ResourceElement } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import { engines } from "./catalog/catalog";
import type { LoweredDatabase, MemberInput, Surroundings } from "./lowered-database";
import { lowerInstanceMember } from "./lower-instance";
import { lowerLogGroups, monitoringArguments } from "./lower-monitoring";
import { lowerInstanceParameterGroup } from "./lower-parameter-group";
import { passwordVariables } from "./master-password";
import { memberName } from "../common/member-name";
import { instanceOutputs } from "./instance-outputs";
import { byReplica, outputValue } from "../common/outputs";
import { dbInstance } from "./resources";
import { nonEmpty, tagsOf } from "../common/tags";

/** What a read replica gets where nothing is said. */
const DEFAULT_STORAGE_TYPE = "gp3";

/** Lowers an instance and its read replicas, Region by Region. */
export function lowerReadReplicas(
  surroundings: Surroundings,
  database: ReadReplicaTopology,
): LoweredDatabase {
  const source = lowerInstanceMember({ surroundings, database, member: database.source });
  const groups = parameterGroupsOf(database);
  const replicas = database.replicas.map((member) =>
    lowerReplica({
      surroundings,
      database,
      member,
      source: source.instance,
      parameterGroup: groups.get(member.region),
    }),
  );
  return {
    global: [],
    elements: [...source.elements, ...groups.values(), ...replicas.map(({ replica }) => replica)],
    logGroups: [...source.logGroups, ...replicas.flatMap(({ logGroups }) => logGroups)],
    variables: passwordVariables(database),
    outputs: [
      ...instanceOutputs(database, source.instance),
      replicaOutput(
        database,
        replicas.map(({ replica }) => replica),
      ),
    ],
  };
}

/**
 * The parameter groups of other Regions. Only some engines take one for a cross-Region replica; a same-Region
 * replica has its source's (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html).
 */
function parameterGroupsOf(
  database: ReadReplicaTopology,
): ReadonlyMap<RegionName, TypedElement<DbParameterGroup>> {
  if (mustGet(engines, database.engine).replicas?.takesParameterGroup !== true) return new Map();
  const first = new Map<RegionName, ReplicaMember>();
  for (const replica of database.replicas) {
    if (replica.isCrossRegion && !first.has(replica.region)) first.set(replica.region, replica);
  }
  return new Map(
    [...first].map(([region, member]) => [region, lowerInstanceParameterGroup(database, member)]),
  );
}

interface ReplicaInput extends MemberInput<ReadReplicaTopology, ReplicaMember> {
  readonly source: TypedElement<DbInstance>;
  readonly parameterGroup: TypedElement<DbParameterGroup> | undefined;
}

/**
 * A read replica. What it has from its source is not said again: engine, version, storage, credentials and the
 * database's name are refused or ignored on it.
 */
function lowerReplica(input: ReplicaInput): {
  readonly replica: TypedElement<DbInstance>;
  readonly logGroups: readonly ResourceElement[];
} {
  const { surroundings, database, member, source, parameterGroup } = input;
  const { region, isCrossRegion } = member;
  const ref = { database: database.name, region };
  const logGroups = lowerLogGroups(surroundings, database, member);
  const replica = dbInstance({
    name: memberName(database, member),
    region,
    comment: `Database ${database.name} in ${region}: a read replica of the source in ${database.source.region}.`,
    arguments: {
      identifier: member.identifier,
      // Across Regions a source is named by its ARN, in its own Region by its identifier.
      replicateSourceDb: isCrossRegion ? source.attribute("arn") : source.attribute("identifier"),
      replicaMode: database.replicaMode,
      instanceClass: member.class,
      ...storageArguments(database.storage),
      storageEncrypted: true,
      // In the source's Region a replica has the source's key, and naming it is refused.
      kmsKeyId: isCrossRegion ? surroundings.keyArn(ref, "storage") : undefined,
      multiAz: member.multiAz,
      port: database.port,
      dbSubnetGroupName: isCrossRegion ? surroundings.network.subnetGroupIn.get(region) : undefined,
      vpcSecurityGroupIds: nonEmpty(surroundings.network.securityGroupsIn.get(region) ?? []),
      publiclyAccessible: false,
      parameterGroupName: isCrossRegion ? parameterGroup?.attribute("name") : undefined,
      ...operationArguments(input),
      ...monitoringArguments(surroundings, database, member),
      tags: tagsOf(member.tags),
    },
    lifecycle: { preventDestroy: database.protect },
    dependsOn: [...logGroups, ...(isCrossRegion ? surroundings.grantsOn(ref, "storage") : [])],
  });
  return { replica, logGroups };
}

/**
 * A replica is given gp3 at its least rates whatever its source has, unless it says otherwise; its size it has from
 * there (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstanceReadReplica.html).
 */
function storageArguments({ maxAllocatedGiB, type, iops, throughput }: InstanceStorage) {
  const isDefault = type === DEFAULT_STORAGE_TYPE && iops === undefined && throughput === undefined;
  return {
    maxAllocatedStorage: maxAllocatedGiB,
    ...(isDefault ? {} : { storageType: type, iops, storageThroughput: throughput }),
  };
}

function operationArguments({ database }: ReplicaInput) {
  const { backup, monitoring } = database;
  const hasBackups = mustGet(engines, database.engine).replicas?.hasBackups(database.engineVersion) === true;
  return {
    caCertIdentifier: database.caCertificate,
    iamDatabaseAuthenticationEnabled: database.iamAuthentication ? true : undefined,
    backupRetentionPeriod: hasBackups ? backup.retentionDays : undefined,
    backupWindow: hasBackups ? backup.window : undefined,
    maintenanceWindow: database.maintenanceWindow,
    autoMinorVersionUpgrade: database.autoMinorVersionUpgrade,
    copyTagsToSnapshot: true,
    // AWS takes no final snapshot of a read replica.
    skipFinalSnapshot: true,
    deletionProtection: database.deletionProtection,
    enabledCloudwatchLogsExports: nonEmpty(monitoring.logs.exports),
  };
}

function replicaOutput(
  { name, replicas }: ReadReplicaTopology,
  elements: readonly TypedElement<DbInstance>[],
): OutputValue {
  return outputValue(
    [name, "replica_endpoints"],
    `Endpoint of each read replica of database ${name}, by its identifier.`,
    byReplica(replicas, elements, (replica) => replica.attribute("endpoint")),
  );
}
