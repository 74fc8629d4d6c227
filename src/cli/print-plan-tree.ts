import { counted } from "../base/text";
import { membersOf, type DatabaseMember, type PlannedDatabase } from "../model/database";
import { indexEncryption, type EncryptionIndex } from "../model/encryption";
import { isManagedKey, type KeySet, type PlannedKey } from "../model/key";
import type { DeploymentPlan } from "../model/plan";
import { KEY_USES, keyWords, useWords } from "../model/words";
import type { PlannedRegion, SubnetGroup } from "../model/region";
import { adoptedBranches, copyBranches } from "./plan-tree-copies";
import { drawBranches, leaf, type Branch } from "./tree";

/** The plan as a tree: Region by Region, the keys and the members of databases there, and what encrypts what. */
export function printPlanTree(plan: DeploymentPlan): string {
  const encryption = indexEncryption(plan.encryption);
  const head = `${plan.name}: ${counted(plan.regions.length, "Region")}, ${counted(plan.keySets.length, "key set")}, ${counted(plan.databases.length, "database")}`;
  const regions = plan.regions.map((region) => regionBranch(region, plan, encryption));
  return `${[head, ...drawBranches(regions)].join("\n")}\n`;
}

function regionBranch(region: PlannedRegion, plan: DeploymentPlan, encryption: EncryptionIndex): Branch {
  const keys = plan.keySets.flatMap((keySet): Branch[] => {
    const key = keySet.keyIn.get(region.name);
    return key === undefined ? [] : [keyBranch(keySet, key)];
  });
  const members = plan.databases.flatMap((database) =>
    membersOf(database)
      .filter((member) => member.region === region.name)
      .map((member) => memberBranch(database, member, region.network.subnetGroup, encryption)),
  );
  return {
    text: `${region.name}${region.isPrimary ? " (primary Region)" : ""}`,
    children: [
      ...keys,
      ...adoptedBranches(plan, region.name),
      ...members,
      ...copyBranches(plan, region.name, encryption),
    ],
  };
}

function keyBranch({ name, purposes, renamedFrom }: KeySet, key: PlannedKey): Branch {
  const facts = [`${keyWords(key.kind)} for ${purposes.join(", ")}`];
  if (renamedFrom.length > 0) facts.push(formerly(renamedFrom));
  if (key.kind === "existing-key") facts.push(key.id);
  if (isManagedKey(key)) {
    facts.push(...key.settings.aliases.map((alias) => `alias ${alias}`));
    if (!key.settings.enabled) facts.push("disabled");
    if (key.kind !== "replica-key") {
      facts.push(
        key.rotation.kind === "off"
          ? "no rotation"
          : `rotated every ${counted(key.rotation.periodDays, "day")}`,
      );
    }
  }
  const [first = "", ...rest] = facts;
  return { text: `key ${name}: ${first}`, children: rest.map(leaf) };
}

function memberBranch(
  database: PlannedDatabase,
  member: DatabaseMember,
  subnetGroup: SubnetGroup,
  encryption: EncryptionIndex,
): Branch {
  const network = { none: "the default network's", new: "new", existing: "" }[subnetGroup.kind];
  const facts = [
    ...(database.renamedFrom.length > 0 ? [formerly(database.renamedFrom)] : []),
    `${member.identifier}, ${sizeOf(member)}`,
    ...encryptionFacts(database, member, encryption),
    `subnet group: ${subnetGroup.kind === "existing" ? subnetGroup.name : network}`,
  ];
  return {
    text: `database ${database.name}: ${roleOf(database, member)}, ${database.engine} ${database.engineVersion}`,
    children: facts.map(leaf),
  };
}

function formerly(names: readonly string[]): string {
  return `formerly ${names.join(", ")}`;
}

function roleOf({ topology }: PlannedDatabase, member: DatabaseMember): string {
  if (member.kind === "replica") return member.isCrossRegion ? "cross-Region read replica" : "read replica";
  if (member.kind === "instance") return topology === "read-replicas" ? "source instance" : "instance";
  return topology === "global-database" ? `${member.role} cluster` : "cluster";
}

function sizeOf(member: DatabaseMember): string {
  if (member.kind !== "cluster") return `${member.class}${member.multiAz ? ", Multi-AZ" : ""}`;
  const { capacity, instanceIdentifiers } = member;
  if (instanceIdentifiers.length === 0) return "no instance";
  const size =
    capacity.kind === "provisioned"
      ? capacity.class
      : `${capacity.minimum} to ${capacity.maximum} capacity units`;
  return `${counted(instanceIdentifiers.length, "instance")} of ${size}`;
}

/** `encrypted with key storage: storage, logs`, one line for each key. */
function encryptionFacts(
  { name }: PlannedDatabase,
  { region }: DatabaseMember,
  encryption: EncryptionIndex,
): string[] {
  const uses = new Map<string, string[]>();
  for (const use of KEY_USES) {
    const key = encryption.keyOf({ database: name, region }, use);
    if (key !== undefined) uses.set(key.keySet, [...(uses.get(key.keySet) ?? []), useWords(use)]);
  }
  return [...uses].map(([keySet, words]) => `encrypted with key ${keySet}: ${words.join(", ")}`);
}
