import {
  firstRegionOf,
  membersOf,
  type ClusterMember,
  type DatabaseMember,
  type PlannedDatabase,
} from "../../../../model/database";
import { operation, type Expression } from "../../../../terraform/expression";
import type { ResourceElement } from "../../../../terraform/program";
import { memberName } from "../../../common/member-name";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";
import { keyIdOf, type TestSubject } from "./subject";

/** Each member is in its own Region, with the key of that Region. */
export function checkPlaces(subject: TestSubject): readonly Assertion[] {
  return ownMembers(subject).map(({ database, member, element }) => {
    const place = attributeOf(element, member.kind === "cluster" ? "location" : "region");
    const keys = encryption(subject, database, member, element);
    const wrongKey = keys.length === 0 ? "" : `, or not encrypted with its own key of ${member.region}`;
    return {
      conditions: [operation(place, "==", member.region), ...keys],
      message: `Database ${database.name} in ${member.region} is not there${wrongKey}.`,
    };
  });
}

/** Members are protected, encrypted on the wire, and follow whom they should. */
export function checkDatabaseSettings(subject: TestSubject): readonly Assertion[] {
  return ownMembers(subject).map(({ database, member, element }) => ({
    conditions: [
      operation(attributeOf(element, "deletion_protection"), "==", database.deletionProtection),
      ...(member.kind === "cluster"
        ? clusterSettings(subject, member, element)
        : instanceSettings(database, member, element)),
    ],
    message: `Database ${database.name} in ${member.region} is not as safe as the spec asks for.`,
  }));
}

interface OwnMember {
  readonly database: PlannedDatabase;
  readonly member: DatabaseMember;
  readonly element: ResourceElement;
}

function ownMembers({ plan, own }: TestSubject): readonly OwnMember[] {
  return plan.databases.flatMap((database) =>
    membersOf(database).flatMap((member): OwnMember[] => {
      const type = member.kind === "cluster" ? "google_alloydb_cluster" : "google_sql_database_instance";
      const element = own.get(`${type}.${memberName(database, member)}`);
      return element === undefined ? [] : [{ database, member, element }];
    }),
  );
}

function encryption(
  subject: TestSubject,
  { name }: PlannedDatabase,
  member: DatabaseMember,
  element: ResourceElement,
): readonly Expression<boolean>[] {
  const ref = subject.encryption.keyOf({ database: name, region: member.region }, "storage");
  const id = ref && keyIdOf(subject, ref.keySet, ref.region);
  // A replica beside its source has its key by itself: naming it would replace the replica.
  if (id === undefined || (member.kind === "replica" && !member.isCrossRegion)) return [];
  const places =
    member.kind === "cluster"
      ? CLUSTER_KEYS.map((steps) => attributeOf(element, ...steps))
      : [attributeOf(element, "encryption_key_name")];
  return places.map((place) => operation(place, "==", id));
}

/** Where a cluster says its key: for its storage, and for each kind of backup. */
const CLUSTER_KEYS = [
  ["encryption_config", "0", "kms_key_name"],
  ["continuous_backup_config", "0", "encryption_config", "0", "kms_key_name"],
  ["automated_backup_policy", "0", "encryption_config", "0", "kms_key_name"],
] as const;

function clusterSettings(
  { own }: TestSubject,
  member: ClusterMember,
  element: ResourceElement,
): readonly Expression<boolean>[] {
  const instance = own.get(`google_alloydb_instance.${element.name}`);
  const sslMode = ["client_connection_config", "0", "ssl_config", "0", "ssl_mode"];
  return [
    operation(attributeOf(element, "cluster_type"), "==", member.role.toUpperCase()),
    ...(member.role === "secondary"
      ? [operation(attributeOf(element, "deletion_policy"), "==", "FORCE")]
      : []),
    operation(attributeOf(element, "continuous_backup_config", "0", "enabled"), "==", true),
    operation(attributeOf(element, "automated_backup_policy", "0", "enabled"), "==", true),
    ...(instance === undefined ? [] : [operation(attributeOf(instance, ...sslMode), "==", "ENCRYPTED_ONLY")]),
  ];
}

function instanceSettings(
  database: PlannedDatabase,
  member: DatabaseMember,
  element: ResourceElement,
): readonly Expression<boolean>[] {
  const setting = (...steps: readonly string[]) => attributeOf(element, "settings", "0", ...steps);
  const isSource = member.kind === "instance" && member.region === firstRegionOf(database);
  const sslMode = database.tls === "encrypted" ? "ENCRYPTED_ONLY" : "TRUSTED_CLIENT_CERTIFICATE_REQUIRED";
  return [
    operation(setting("deletion_protection_enabled"), "==", database.deletionProtection),
    operation(setting("ip_configuration", "0", "ipv4_enabled"), "==", false),
    operation(setting("ip_configuration", "0", "ssl_mode"), "==", sslMode),
    ...(isSource ? [operation(setting("backup_configuration", "0", "enabled"), "==", true)] : []),
  ];
}
