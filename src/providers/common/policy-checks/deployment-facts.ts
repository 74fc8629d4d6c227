import { membersOf, type DatabaseMember, type PlannedDatabase } from "../../../model/database";
import { indexEncryption } from "../../../model/encryption";
import { isManagedKey, type KeySet, type KeyUse, type ManagedKey } from "../../../model/key";
import type { DeploymentPlan } from "../../../model/plan";
import type { ResourceElement } from "../../../terraform/program";

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
  /** The database that a resource belongs to: a cluster, an instance, or what stands by them. */
  readonly databaseOf: (element: ResourceElement) => PlannedDatabase | undefined;
  readonly memberOf: (element: ResourceElement) => PlannedMember | undefined;
  readonly keyOf: (element: ResourceElement) => PlannedKeyOf | undefined;
  /** The key set that serves a use of a member; none where the provider's own key serves without being named. */
  readonly keySetFor: (member: PlannedMember, use: KeyUse) => KeySet | undefined;
}

/** How the resources of a provider say what they were planned as. */
export interface ElementNames {
  /** The identifier of the member that a resource is, or belongs to. */
  readonly memberIdentifierOf: (element: ResourceElement) => string | undefined;
  /** The identifier of the database, of a resource that belongs to all of its members. */
  readonly databaseIdentifierOf: (element: ResourceElement) => string | undefined;
  /** The Terraform name of a key. */
  readonly keyName: (keySet: KeySet, key: ManagedKey) => string;
}

/** The facts of a plan. */
export function createFacts(plan: DeploymentPlan, names: ElementNames): DeploymentFacts {
  const members = indexMembers(plan);
  const databases = new Map(plan.databases.map((database) => [database.identifier, database]));
  const keys = indexKeys(plan, names);
  const encryption = indexEncryption(plan.encryption);
  const memberOf = (element: ResourceElement) => members.get(names.memberIdentifierOf(element) ?? "");
  return {
    plan,
    memberOf,
    databaseOf: (element) => {
      const identifier = names.databaseIdentifierOf(element);
      return identifier === undefined ? memberOf(element)?.database : databases.get(identifier);
    },
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

function indexKeys(
  { keySets }: DeploymentPlan,
  { keyName }: ElementNames,
): ReadonlyMap<string, PlannedKeyOf> {
  return new Map(
    keySets.flatMap((keySet) =>
      [...keySet.keyIn.values()]
        .filter(isManagedKey)
        .map((key) => [keyName(keySet, key), { keySet, key }] as const),
    ),
  );
}
