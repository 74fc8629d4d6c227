import {
  firstRegionOf,
  membersOf,
  type DatabaseMember,
  type PlannedDatabase,
} from "../../../../model/database";
import { operation, reference, type Expression } from "../../../../terraform/expression";
import { toIdentifier } from "../../../../terraform/names";
import type { ResourceElement } from "../../../../terraform/program";
import { memberName } from "../../../common/member-name";
import { copiesOf, elementsOfMember, type MemberElements } from "./member-elements";
import { INHERITED, mockName } from "./mock-values";
import { arnOf, type TestSubject } from "./subject";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";

/** A member of a database, and its elements in this root module. */
interface TestedMember extends MemberElements {
  readonly database: PlannedDatabase;
  readonly member: DatabaseMember;
}

/** How the members of a database hang together: which one replicates which. */
export function checkDatabaseRelations(subject: TestSubject): readonly Assertion[] {
  return subject.plan.databases.flatMap((database) => [
    ...testedMembers(subject, database).flatMap((tested) => [
      ...checkCluster(subject, tested),
      ...checkReplica(subject, tested),
    ]),
    ...checkBackups(subject, database),
  ]);
}

/** What each member is by itself: encrypted, protected, not public, without credentials in the state. */
export function checkDatabaseSettings(subject: TestSubject): readonly Assertion[] {
  return subject.plan.databases.flatMap((database) => [
    ...checkGlobalCluster(subject, database),
    ...testedMembers(subject, database).flatMap((tested) => [
      ...checkProtection(subject, tested),
      ...checkCredentials(tested),
    ]),
  ]);
}

function testedMembers({ own }: TestSubject, database: PlannedDatabase): readonly TestedMember[] {
  return membersOf(database).map((member) => ({
    database,
    member,
    ...elementsOfMember(own, database, member),
  }));
}

function named(conditions: readonly Expression<boolean>[], message: string): Assertion[] {
  return conditions.length === 0 ? [] : [{ conditions, message }];
}

function checkCluster(subject: TestSubject, { database, member, ...elements }: TestedMember): Assertion[] {
  const { main: cluster } = elements;
  if (cluster === undefined || member.kind !== "cluster") return [];
  const conditions: Expression<boolean>[] = elements.instances.map((instance) =>
    operation(attributeOf(instance, "cluster_identifier"), "==", attributeOf(cluster, "cluster_identifier")),
  );
  if (database.topology === "global-database") {
    conditions.push(
      operation(attributeOf(cluster, "global_cluster_identifier"), "==", globalClusterId(subject, database)),
    );
    if (member.role === "secondary") {
      conditions.push(operation(attributeOf(cluster, "source_region"), "==", database.primaryRegion));
    }
    const endpoints = toIdentifier(database.name, "cluster_endpoints");
    conditions.push(
      operation(reference("output", endpoints, member.region), "==", attributeOf(cluster, "endpoint")),
    );
  }
  return named(conditions, `The cluster of database ${database.name} in ${member.region} belongs elsewhere.`);
}

/** A reference where the global cluster is in this root module, else what its stack is said to answer. */
function globalClusterId(subject: TestSubject, { name }: PlannedDatabase) {
  const element: Pick<ResourceElement, "kind" | "type" | "name"> = {
    kind: "resource",
    type: "aws_rds_global_cluster",
    name: toIdentifier(name),
  };
  return subject.own.has(`${element.type}.${element.name}`) ? attributeOf(element, "id") : mockName(element);
}

function checkReplica(subject: TestSubject, { database, member, ...elements }: TestedMember): Assertion[] {
  const { main: replica } = elements;
  if (replica === undefined || member.kind !== "replica" || database.topology !== "read-replicas") return [];
  const source = member.isCrossRegion ? sourceArn(subject, database) : database.source.identifier;
  return named(
    [operation(attributeOf(replica, "replicate_source_db"), "==", source)],
    `${member.identifier} replicates another instance than ${database.source.identifier}.`,
  );
}

/** The ARN of the instance that takes writes. */
function sourceArn(subject: TestSubject, database: PlannedDatabase): string {
  const source = membersOf(database)[0];
  const element =
    source === undefined ? undefined : subject.all.get(`aws_db_instance.${memberName(database, source)}`);
  return (element === undefined ? undefined : arnOf(subject, element)) ?? "";
}

function checkBackups(subject: TestSubject, database: PlannedDatabase): Assertion[] {
  return copiesOf(subject.own, database)
    .filter(({ use }) => use === "backup-replication")
    .flatMap(({ element, region }) =>
      named(
        [operation(attributeOf(element, "source_db_instance_arn"), "==", sourceArn(subject, database))],
        `${region} keeps the backups of another instance than that of database ${database.name}.`,
      ),
    );
}

function checkGlobalCluster(subject: TestSubject, database: PlannedDatabase): Assertion[] {
  const element = subject.own.get(`aws_rds_global_cluster.${toIdentifier(database.name)}`);
  if (element === undefined || database.topology !== "global-database") return [];
  // Built around an existing cluster, it has its encryption from there.
  const isEncrypted =
    database.primary.kind === "adopted"
      ? []
      : [operation(attributeOf(element, "storage_encrypted"), "==", true)];
  return named(
    [
      ...isEncrypted,
      operation(attributeOf(element, "deletion_protection"), "==", database.deletionProtection),
    ],
    `The global cluster of database ${database.name} is left open.`,
  );
}

function checkProtection(subject: TestSubject, { database, member, ...elements }: TestedMember): Assertion[] {
  const { main: element } = elements;
  if (element === undefined) return [];
  const key = subject.encryption.keyOf({ database: database.name, region: member.region }, "storage");
  const strategy = subject.keySets.get(key?.keySet ?? "")?.strategy;
  // A key that AWS keeps for itself is used where nothing is said.
  const isEncrypted =
    strategy === "provider-owned" ? [] : [operation(attributeOf(element, "storage_encrypted"), "==", true)];
  return named(
    [
      ...isEncrypted,
      operation(attributeOf(element, "deletion_protection"), "==", database.deletionProtection),
      ...elements.instances.map((one) => operation(attributeOf(one, "publicly_accessible"), "==", false)),
    ],
    `Database ${database.name} in ${member.region} is left open: unencrypted, unprotected or public.`,
  );
}

/** A password goes through a write-only argument or is AWS's; what is not the first member has it from there. */
function checkCredentials({ database, member, ...elements }: TestedMember): Assertion[] {
  const { main: element } = elements;
  if (element === undefined) return [];
  const isCluster = member.kind === "cluster";
  const attribute = (name: string) => attributeOf(element, isCluster ? `master_${name}` : name);
  const inState = operation(attribute("password"), "==", null);
  const isFirst = firstRegionOf(database) === member.region && member.kind !== "replica";
  if (isFirst) {
    return named([inState], `The password of database ${database.name} would stand in the state.`);
  }
  return named(
    [
      inState,
      operation(attribute("password_wo_version"), "==", null),
      operation(attributeOf(element, "manage_master_user_password"), "==", null),
      operation(attribute("username"), "==", INHERITED),
      operation(attributeOf(element, isCluster ? "database_name" : "db_name"), "==", INHERITED),
    ],
    `${member.identifier} has credentials of its own; it has them from the database that it replicates.`,
  );
}
