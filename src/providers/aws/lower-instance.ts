import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import type {
  InstanceMember,
  InstanceStorage,
  ReadReplicaTopology,
  SingleRegionInstance,
} from "../../model/database";
import { mustGet } from "../../base/invariant";
import { engines } from "./catalog/catalog";
import type { ResourceElement } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import type { MemberInput } from "./lowered-database";
import { lowerLogGroups, monitoringArguments } from "./lower-monitoring";
import { lowerInstanceParameterGroup } from "./lower-parameter-group";
import { instancePassword } from "./master-password";
import { memberName } from "../common/member-name";
import { dbInstance } from "./resources";
import { nonEmpty, tagsOf } from "../common/tags";

type InstanceDatabase = ReadReplicaTopology | SingleRegionInstance;
type InstanceInput = MemberInput<InstanceDatabase, InstanceMember>;

/** An instance with its parameter group and log groups. */
export interface LoweredInstance {
  readonly elements: readonly ResourceElement[];
  readonly logGroups: readonly ResourceElement[];
  readonly instance: TypedElement<DbInstance>;
}

/** Lowers an instance that takes writes: a source of replicas, or one that stands alone. */
export function lowerInstanceMember(input: InstanceInput): LoweredInstance {
  const { surroundings, database, member } = input;
  const ref = { database: database.name, region: member.region };
  const logGroups = lowerLogGroups(surroundings, database, member);
  const parameterGroup = lowerInstanceParameterGroup(database, member);
  const instance = dbInstance({
    name: memberName(database, member),
    region: member.region,
    comment: `Database ${database.name} in ${member.region}${database.topology === "read-replicas" ? ": the source of its read replicas" : ""}.`,
    arguments: {
      ...identityArguments(input),
      ...storageArguments(database.storage),
      storageEncrypted: true,
      kmsKeyId: surroundings.keyArn(ref, "storage"),
      multiAz: member.multiAz,
      port: database.port,
      dbSubnetGroupName: surroundings.network.subnetGroupIn.get(member.region),
      vpcSecurityGroupIds: nonEmpty(surroundings.network.securityGroupsIn.get(member.region) ?? []),
      publiclyAccessible: false,
      parameterGroupName: parameterGroup.attribute("name"),
      ...operationArguments(input),
      ...monitoringArguments(surroundings, database, member),
      tags: tagsOf(member.tags),
    },
    lifecycle: { preventDestroy: database.protect },
    dependsOn: [...logGroups, ...surroundings.grantsOn(ref, "storage")],
  });
  return { elements: [parameterGroup, instance], logGroups, instance };
}

function identityArguments({ surroundings, database, member }: InstanceInput) {
  return {
    identifier: member.identifier,
    engine: database.engine,
    engineVersion: database.engineVersion,
    licenseModel: database.licenseModel,
    instanceClass: member.class,
    dbName: storedDatabaseName(database),
    characterSetName: database.characterSet,
    timezone: database.timeZone,
    username: database.masterUsername,
    ...instancePassword(surroundings, database),
  };
}

function storedDatabaseName({ engine, databaseName }: InstanceDatabase): string | undefined {
  return databaseName === undefined ? undefined : mustGet(engines, engine).storedDatabaseName(databaseName);
}

function storageArguments({ allocatedGiB, maxAllocatedGiB, type, iops, throughput }: InstanceStorage) {
  return {
    allocatedStorage: allocatedGiB,
    maxAllocatedStorage: maxAllocatedGiB,
    storageType: type,
    iops,
    storageThroughput: throughput,
  };
}

function operationArguments({ database, member }: InstanceInput) {
  const { backup, monitoring } = database;
  return {
    caCertIdentifier: database.caCertificate,
    // Left out where the engine has none: AWS refuses even a "false".
    iamDatabaseAuthenticationEnabled: database.iamAuthentication ? true : undefined,
    backupRetentionPeriod: backup.retentionDays,
    backupWindow: backup.window,
    maintenanceWindow: database.maintenanceWindow,
    autoMinorVersionUpgrade: database.autoMinorVersionUpgrade,
    copyTagsToSnapshot: true,
    skipFinalSnapshot: !backup.finalSnapshot,
    finalSnapshotIdentifier: backup.finalSnapshot ? `${member.identifier}-final` : undefined,
    deletionProtection: database.deletionProtection,
    enabledCloudwatchLogsExports: nonEmpty(monitoring.logs.exports),
  };
}
