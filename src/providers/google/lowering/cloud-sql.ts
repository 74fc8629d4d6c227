import type {
  SqlDatabaseInstance,
  SqlDatabaseInstanceReplicationCluster,
} from "@cdktf/provider-google/lib/sql-database-instance";
import { mustGet } from "../../../base/invariant";
import type {
  InstanceMember,
  ReadReplicaTopology,
  ReplicaMember,
  SingleRegionInstance,
} from "../../../model/database";
import { nested } from "../../../terraform/block";
import { toIdentifier } from "../../../terraform/names";
import type { InputVariable, OutputValue, ResourceElement } from "../../../terraform/program";
import type { TypedElement } from "../../../terraform/resource-type";
import { memberName } from "../../common/member-name";
import { byReplica, outputValue } from "../../common/outputs";
import { engines } from "../catalog/catalog";
import { sqlDatabase, sqlDatabaseInstance, sqlUser } from "../resources";
import { primarySettings, replicaSettings, type InstanceDatabase } from "./cloud-sql-instance";
import type { DatabaseContext } from "./context";
import type { LoweredDatabase } from "./lowered-database";
import { passwordOf } from "./passwords";

/** The size that a disk has grown to is not the text's to say. */
const GROWS = "settings[0].disk_size";
/** What a switchover outside Terraform changes. */
const ROLE = ["master_instance_name", "instance_type", "replica_names", "replica_configuration"];

/** Lowers an instance of Cloud SQL that stands alone. */
export function lowerSingleInstance(
  context: DatabaseContext,
  database: SingleRegionInstance,
): LoweredDatabase {
  const primary = lowerPrimary(context, database, database.instance, []);
  const inside = lowerContents(database, primary.instance);
  return {
    elements: [primary.instance, ...inside.elements],
    variables: [...primary.variables, ...inside.variables],
    outputs: instanceOutputs(database, primary.instance),
  };
}

/** Lowers an instance of Cloud SQL and its read replicas, each cross-Region one with the key of its own Region. */
export function lowerReadReplicas(context: DatabaseContext, database: ReadReplicaTopology): LoweredDatabase {
  const { source, replicas } = database;
  const primary = lowerPrimary(context, database, source, ROLE);
  const inside = lowerContents(database, primary.instance);
  const lowered = replicas.map((replica) => lowerReplica(context, database, replica, primary.instance));
  return {
    elements: [primary.instance, ...inside.elements, ...lowered],
    variables: [...primary.variables, ...inside.variables],
    outputs: [...instanceOutputs(database, primary.instance), replicaOutput(database, lowered)],
  };
}

interface LoweredPrimary {
  readonly instance: TypedElement<SqlDatabaseInstance>;
  readonly variables: readonly InputVariable[];
}

function lowerPrimary(
  context: DatabaseContext,
  database: InstanceDatabase,
  member: InstanceMember,
  ignored: readonly string[],
): LoweredPrimary {
  const { id, dependsOn } = context.keyOf(database, member.region);
  const { databaseVersion, needsRootPassword } = mustGet(engines, database.engine);
  const root = needsRootPassword ? passwordOf(database, "root") : undefined;
  const instance = sqlDatabaseInstance({
    name: memberName(database, member),
    region: member.region,
    comment: `Database ${database.name} in ${member.region}${database.topology === "read-replicas" ? ": the source of its read replicas" : ""}.`,
    arguments: {
      name: member.identifier,
      region: member.region,
      databaseVersion: databaseVersion(database.engineVersion),
      encryptionKeyName: id,
      rootPasswordWo: root?.value,
      rootPasswordWoVersion: root?.version,
      deletionProtection: database.deletionProtection,
      replicationCluster: replicationCluster(context, database),
      settings: primarySettings({ context, database, member }),
    },
    lifecycle: { preventDestroy: database.protect, ignoreChanges: [...ignored, GROWS] },
    dependsOn,
  });
  return { instance, variables: root?.variables ?? [] };
}

/**
 * The replica that takes over in a disaster, by its name: a reference would be a circle. The provider sends it from
 * the second apply on.
 */
function replicationCluster({ project }: DatabaseContext, database: InstanceDatabase) {
  if (database.topology !== "read-replicas" || database.drRegion === undefined) return undefined;
  const replica = database.replicas.find(({ region }) => region === database.drRegion);
  if (replica === undefined) return undefined;
  return nested<SqlDatabaseInstanceReplicationCluster>({
    failoverDrReplicaName: `${project}:${replica.identifier}`,
  });
}

function lowerReplica(
  context: DatabaseContext,
  database: ReadReplicaTopology,
  member: ReplicaMember,
  source: TypedElement<SqlDatabaseInstance>,
): TypedElement<SqlDatabaseInstance> {
  const { id, dependsOn } = context.keyOf(database, member.region);
  return sqlDatabaseInstance({
    name: memberName(database, member),
    region: member.region,
    comment: `Database ${database.name} in ${member.region}: a read replica of the source in ${database.source.region}.`,
    arguments: {
      name: member.identifier,
      region: member.region,
      databaseVersion: mustGet(engines, database.engine).databaseVersion(database.engineVersion),
      masterInstanceName: source.attribute("name"),
      // In the source's Region a replica has the source's key, and naming one would replace it again and again.
      encryptionKeyName: member.isCrossRegion ? id : undefined,
      deletionProtection: database.deletionProtection,
      settings: replicaSettings({ context, database, member }),
    },
    lifecycle: {
      preventDestroy: database.protect,
      ignoreChanges: [
        "encryption_key_name",
        ...ROLE,
        GROWS,
        "settings[0].maintenance_window",
        ...inheritedOf(database).map((name) => `settings[0].${name}`),
      ],
    },
    dependsOn: member.isCrossRegion ? dependsOn : [],
  });
}

/** Settings of the source that its replicas have without saying so, and that Terraform must not undo there. */
function inheritedOf({ storage, characterSet, timeZone }: InstanceDatabase): readonly string[] {
  return [
    ...(storage.maxAllocatedGiB === undefined ? [] : ["disk_autoresize_limit"]),
    ...(characterSet === undefined ? [] : ["collation"]),
    ...(timeZone === undefined ? [] : ["time_zone"]),
  ];
}

/** The database and the user in an instance. They are destroyed before it, and protected like it. */
function lowerContents(
  database: InstanceDatabase,
  instance: TypedElement<SqlDatabaseInstance>,
): { readonly elements: readonly ResourceElement[]; readonly variables: readonly InputVariable[] } {
  const name = toIdentifier(database.name);
  const lifecycle = { preventDestroy: database.protect };
  const inInstance = { region: instance.region ?? "", lifecycle };
  const of = { instance: instance.attribute("name") };
  const elements: ResourceElement[] = [];
  if (database.databaseName !== undefined) {
    elements.push(
      sqlDatabase({
        ...inInstance,
        name,
        comment: `The database in ${database.name}.`,
        arguments: { name: database.databaseName, ...of },
      }),
    );
  }
  if (database.masterPassword !== "variable") return { elements, variables: [] };
  const { value, version, variables } = passwordOf(database, "master");
  elements.push(
    sqlUser({
      ...inInstance,
      name,
      comment: `The first user of ${database.name}${database.iamAuthentication ? "; others sign in with IAM" : ""}.`,
      arguments: {
        name: database.masterUsername,
        ...of,
        passwordWo: value,
        passwordWoVersion: version,
      },
    }),
  );
  return { elements, variables };
}

function instanceOutputs(
  { name }: InstanceDatabase,
  instance: TypedElement<SqlDatabaseInstance>,
): OutputValue[] {
  return [
    outputValue(
      [name, "connection_name"],
      `Connection name of database ${name}, for the Cloud SQL connectors.`,
      instance.attribute("connectionName"),
    ),
    outputValue(
      [name, "private_ip_address"],
      `Address of database ${name} in the VPC.`,
      instance.attribute("privateIpAddress"),
    ),
  ];
}

function replicaOutput(
  { name, replicas }: ReadReplicaTopology,
  elements: readonly TypedElement<SqlDatabaseInstance>[],
): OutputValue {
  return outputValue(
    [name, "replica_private_ip_addresses"],
    `Address of each read replica of database ${name}, by its identifier.`,
    byReplica(replicas, elements, (replica) => replica.attribute("privateIpAddress")),
  );
}
