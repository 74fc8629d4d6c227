import { mustGet } from "../../../../base/invariant";
import type { RegionName } from "../../../../base/names";
import {
  firstRegionOf,
  membersOf,
  type DatabaseMember,
  type PlannedDatabase,
} from "../../../../model/database";
import type { MemberRef } from "../../../../model/encryption";
import type { KeyUse } from "../../../../model/key";
import { operation, type Expression, type Value } from "../../../../terraform/expression";
import type { ResourceElement } from "../../../../terraform/program";
import { keyArnOf, keyElement, serviceKeyArn, type TestSubject } from "./subject";
import { attributeOf, type Assertion } from "../../../common/companions/test-block";
import { copiesOf, elementsOfMember } from "./member-elements";

/** Everything that is encrypted has the key of its own Region, and no other. */
export function checkEncryption(subject: TestSubject): readonly Assertion[] {
  return subject.plan.databases.flatMap((database) => [
    ...checkMembers(subject, database),
    ...checkCopies(subject, database),
  ]);
}

/** Clusters and instances with their insights and logs, Region by Region. */
function checkMembers(subject: TestSubject, database: PlannedDatabase): Assertion[] {
  const byRegion = new Map<RegionName, Expression<boolean>[]>();
  for (const member of membersOf(database)) {
    const found = memberConditions(subject, database, member);
    byRegion.set(member.region, [...(byRegion.get(member.region) ?? []), ...found]);
  }
  return [...byRegion].flatMap(([region, conditions]) => assertion(database, region, conditions));
}

function assertion(
  { name }: PlannedDatabase,
  region: RegionName,
  conditions: readonly Expression<boolean>[],
): Assertion[] {
  if (conditions.length === 0) return [];
  return [
    { conditions, message: `Database ${name} in ${region} is not encrypted with its own key of ${region}.` },
  ];
}

function memberConditions(
  subject: TestSubject,
  database: PlannedDatabase,
  member: DatabaseMember,
): Expression<boolean>[] {
  const ref = { database: database.name, region: member.region };
  const { main, instances, logGroups } = elementsOfMember(subject.own, database, member);
  const own = main === undefined ? [] : [main];
  const equals = (use: KeyUse, attribute: string, found: readonly ResourceElement[]) => {
    const arn = expectedArn(subject, ref, use);
    return arn === undefined ? [] : found.map((one) => operation(attributeOf(one, attribute), "==", arn));
  };
  // A replica beside its source has its key by itself: naming it is refused.
  const isNamed = member.kind !== "replica" || member.isCrossRegion;
  const hasInsights = database.monitoring.insights.kind === "on";
  return [
    ...(isNamed ? equals("storage", "kms_key_id", own) : []),
    ...(hasInsights ? equals("insights", "performance_insights_kms_key_id", instances) : []),
    ...equals("logs", "kms_key_id", logGroups),
    ...(firstRegionOf(database) === member.region && member.kind !== "replica"
      ? equals("secret", "master_user_secret_kms_key_id", managed(database, own))
      : []),
  ];
}

function managed({ masterPassword }: PlannedDatabase, elements: readonly ResourceElement[]) {
  return masterPassword === "managed" ? elements : [];
}

/** Backups and snapshots that are kept in another Region. */
function checkCopies(subject: TestSubject, database: PlannedDatabase): Assertion[] {
  return copiesOf(subject.own, database).flatMap(({ element, region, use, item }) => {
    const arn = expectedArn(subject, { database: database.name, region, ...item }, use);
    if (arn === undefined) return [];
    return assertion(database, region, [operation(attributeOf(element, "kms_key_id"), "==", arn)]);
  });
}

/** The ARN that serves a use, as the plan binds it; undefined where AWS's own key serves without being named. */
function expectedArn(subject: TestSubject, member: MemberRef, use: KeyUse): Value | undefined {
  const ref = subject.encryption.keyOf(member, use);
  if (ref === undefined) return undefined;
  const keySet = subject.keySets.get(ref.keySet);
  const key = keySet?.keyIn.get(ref.region);
  if (keySet === undefined || key === undefined) return undefined;
  switch (key.kind) {
    case "existing-key":
      return key.id;
    case "provider-owned-key":
      return undefined;
    case "provider-managed-key": {
      const first = firstRegionOf(mustGet(subject.databases, member.database));
      return first === member.region ? undefined : serviceKeyArn(subject, ref.region);
    }
    default: {
      const element = keyElement(subject.all, keySet, ref.region);
      return element === undefined ? undefined : keyArnOf(subject, element);
    }
  }
}
