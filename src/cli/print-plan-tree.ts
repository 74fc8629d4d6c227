import { counted } from "../base/text";
import { membersOf, type DatabaseMember, type PlannedDatabase } from "../model/database";
import { indexEncryption, type EncryptionIndex } from "../model/encryption";
import { isManagedKey, type KeySet, type PlannedKey } from "../model/key";
import type { DeploymentPlan } from "../model/plan";
import type { ProviderWords } from "../model/provider-catalog";
import { KEY_USES, keyWords, memberWords, useWords } from "../model/words";
import type { PlannedRegion, RegionNetwork } from "../model/region";
import { adoptedBranches, copyBranches } from "./plan-tree-copies";
import { drawBranches, leaf, type Branch } from "./tree";

/** The plan as a tree: Region by Region, the keys and the members of databases there, and what encrypts what. */
export function printPlanTree(plan: DeploymentPlan, words: ProviderWords): string {
  const encryption = indexEncryption(plan.encryption);
  const head = `${plan.name}: ${counted(plan.regions.length, "Region")}, ${counted(plan.keySets.length, "key set")}, ${counted(plan.databases.length, "database")}`;
  const regions = plan.regions.map((region) => regionBranch(region, { plan, encryption, words }));
  return `${[head, ...drawBranches(regions)].join("\n")}\n`;
}

/** What every branch is drawn from. */
interface Tree {
  readonly plan: DeploymentPlan;
  readonly encryption: EncryptionIndex;
  readonly words: ProviderWords;
}

function regionBranch(region: PlannedRegion, tree: Tree): Branch {
  const { plan, encryption } = tree;
  const keys = plan.keySets.flatMap((keySet): Branch[] => {
    const key = keySet.keyIn.get(region.name);
    return key?.region === region.name ? [keyBranch(keySet, key)] : [];
  });
  const members = plan.databases.flatMap((database) =>
    membersOf(database)
      .filter((member) => member.region === region.name)
      .map((member) => memberBranch(database, member, region.network, tree)),
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
  const facts = [`${keyWords(key)} for ${purposes.join(", ")}`];
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
  network: RegionNetwork,
  { encryption, words }: Tree,
): Branch {
  const facts = [
    ...(database.renamedFrom.length > 0 ? [formerly(database.renamedFrom)] : []),
    `${member.identifier}, ${sizeOf(member, words)}`,
    ...encryptionFacts(database, member, encryption),
    networkWords(network),
  ];
  return {
    text: `database ${database.name}: ${roleOf(database, member)}, ${database.engine} ${database.engineVersion}`,
    children: facts.map(leaf),
  };
}

function networkWords({ vpc, subnetGroup }: RegionNetwork): string {
  if (vpc !== undefined) return `VPC ${vpc}`;
  const group = { none: "the default network's", new: "new", existing: "" }[subnetGroup.kind];
  return `subnet group: ${subnetGroup.kind === "existing" ? subnetGroup.name : group}`;
}

function formerly(names: readonly string[]): string {
  return `formerly ${names.join(", ")}`;
}

function roleOf(database: PlannedDatabase, member: DatabaseMember): string {
  const { topology } = database;
  if (member.kind === "replica")
    return `${member.isCrossRegion ? "cross-Region " : ""}${memberWords(database, member)}`;
  if (member.kind === "instance") return topology === "read-replicas" ? "source instance" : "instance";
  return topology === "global-database" ? `${member.role} cluster` : "cluster";
}

function sizeOf(member: DatabaseMember, words: ProviderWords): string {
  if (member.kind !== "cluster") return `${member.class}${member.multiAz ? `, ${words.standby}` : ""}`;
  const { capacity, instanceIdentifiers } = member;
  if (instanceIdentifiers.length === 0) return "no instance";
  const size =
    capacity.kind === "provisioned"
      ? capacity.class
      : `${capacity.minimum} to ${capacity.maximum} capacity units`;
  return `${words.instances(instanceIdentifiers.length)} of ${size}`;
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
