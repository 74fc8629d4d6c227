import type { RegionName } from "../base/names";
import { firstRegionOf, type PlannedDatabase } from "../model/database";
import type { EncryptionIndex, MemberRef } from "../model/encryption";
import type { KeyUse } from "../model/key";
import type { DeploymentPlan } from "../model/plan";
import { leaf, type Branch } from "./tree";

/** What a Region holds of databases beside their members: replicated backups and copies of snapshots. */
export function copyBranches(
  { databases }: DeploymentPlan,
  region: RegionName,
  encryption: EncryptionIndex,
): Branch[] {
  return databases.flatMap((database) => [
    ...backupBranches(database, region, encryption),
    ...snapshotBranches(database, region, encryption),
  ]);
}

/** The primary clusters in a Region that stand already and are managed elsewhere. */
export function adoptedBranches({ databases }: DeploymentPlan, region: RegionName): Branch[] {
  return databases.flatMap((database): Branch[] => {
    if (database.topology !== "global-database") return [];
    const { primary } = database;
    if (primary.kind !== "adopted" || primary.region !== region) return [];
    return [
      {
        text: `database ${database.name}: primary cluster, ${database.engine} ${database.engineVersion}`,
        children: [leaf(`${primary.identifier}, adopted: it stands already and is managed elsewhere`)],
      },
    ];
  });
}

function backupBranches(
  database: PlannedDatabase,
  region: RegionName,
  encryption: EncryptionIndex,
): Branch[] {
  const { name, backup } = database;
  if (!backup.replicateTo.includes(region)) return [];
  return [
    {
      text: `backups of database ${name}: replicated from ${firstRegionOf(database)}`,
      children: keyLeaf(encryption, { database: name, region }, "backup-replication"),
    },
  ];
}

function snapshotBranches(
  { name, snapshotCopies }: PlannedDatabase,
  region: RegionName,
  encryption: EncryptionIndex,
): Branch[] {
  return snapshotCopies.flatMap(({ snapshot, toRegion }, item): Branch[] => {
    if (toRegion !== region) return [];
    return [
      {
        text: `snapshot of database ${name}: copy of ${snapshot}`,
        children: keyLeaf(encryption, { database: name, region, item }, "snapshot-copy"),
      },
    ];
  });
}

function keyLeaf(encryption: EncryptionIndex, member: MemberRef, use: KeyUse): Branch[] {
  const key = encryption.keyOf(member, use);
  return key === undefined ? [] : [leaf(`encrypted with key ${key.keySet}`)];
}
