import { membersOf, type DatabaseMember, type PlannedDatabase } from "../../../model/database";
import { indexEncryption } from "../../../model/encryption";
import { isManagedKey, type KeySet, type KeyUse, type ManagedKey } from "../../../model/key";
import type { DeploymentPlan } from "../../../model/plan";
import { toIdentifier } from "../../../terraform/names";
import type { ResourceElement } from "../../../terraform/program";
import { literalOf } from "../../../terraform/read-body";

/** A member of a database as it was planned. */
export interface PlannedMember {
  readonly database: PlannedDatabase;
  readonly member: DatabaseMember;
}

/** A key as it was planned. */
export interface PlannedKeyOf {
  readonly keySet: KeySet;
  readonly key: ManagedKey;
}

/** What was planned for a resource: exceptions are judged by it. */
export interface DeploymentFacts {
  readonly plan: DeploymentPlan;
  /** The database that a resource belongs to: a cluster, an instance, a global cluster or a log group. */
  readonly databaseOf: (element: ResourceElement) => PlannedDatabase | undefined;
  readonly memberOf: (element: ResourceElement) => PlannedMember | undefined;
  readonly keyOf: (element: ResourceElement) => PlannedKeyOf | undefined;
  /** The key set that serves a use of a member; none where AWS's own key serves without being named. */
  readonly keySetFor: (member: PlannedMember, use: KeyUse) => KeySet | undefined;
}

/** The facts of a plan. */
export function createFacts(plan: DeploymentPlan): DeploymentFacts {
  const members = indexMembers(plan);
  const globals = new Map(plan.databases.map((database) => [database.identifier, database]));
  const keys = indexKeys(plan);
  const encryption = indexEncryption(plan.encryption);
  const memberOf = (element: ResourceElement) => members.get(identifierOf(element));
  return {
    plan,
    memberOf,
    databaseOf: (element) =>
      element.type === "aws_rds_global_cluster"
        ? globals.get(identifierOf(element))
        : memberOf(element)?.database,
    keyOf: ({ name }) => keys.get(name),
    keySetFor: ({ database, member }, use) => {
      const ref = encryption.keyOf({ database: database.name, region: member.region }, use);
      return ref === undefined ? undefined : plan.keySets.find(({ name }) => name === ref.keySet);
    },
  };
}

function indexMembers({ databases }: DeploymentPlan): ReadonlyMap<string, PlannedMember> {
  const members = new Map<string, PlannedMember>();
  for (const database of databases) {
    for (const member of membersOf(database)) {
      const planned = { database, member };
      members.set(member.identifier, planned);
      const instances = member.kind === "cluster" ? member.instanceIdentifiers : [];
      for (const identifier of instances) members.set(identifier, planned);
    }
  }
  return members;
}

function indexKeys({ keySets }: DeploymentPlan): ReadonlyMap<string, PlannedKeyOf> {
  return new Map(
    keySets.flatMap((keySet) =>
      [...keySet.keyIn.values()]
        .filter(isManagedKey)
        .map((key) => [toIdentifier(keySet.name, key.region), { keySet, key }] as const),
    ),
  );
}

/** `/aws/rds/<kind>/<identifier>/<log>`: the log groups of RDS carry the identifier in their names. */
const LOG_GROUP = /^\/aws\/rds\/(?:cluster|instance)\/([^/]+)\//;

function identifierOf({ type, body }: ResourceElement): string {
  switch (type) {
    case "aws_cloudwatch_log_group":
      return LOG_GROUP.exec(String(literalOf(body, "name")))?.[1] ?? "";
    case "aws_rds_cluster":
      return String(literalOf(body, "clusterIdentifier"));
    case "aws_rds_global_cluster":
      return String(literalOf(body, "globalClusterIdentifier"));
    default:
      return String(literalOf(body, "identifier"));
  }
}
