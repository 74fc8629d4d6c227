import { isPresent } from "../../../../base/present";
import type { RegionName } from "../../../../base/names";
import type { DatabaseMember, PlannedDatabase } from "../../../../model/database";
import type { KeyUse } from "../../../../model/key";
import { toIdentifier } from "../../../../terraform/names";
import type { ResourceElement } from "../../../../terraform/program";
import { snapshotCopyNames } from "../../lower-backups";
import { memberName } from "../../../common/member-name";
import { slugOf } from "../../../common/slug";

type Elements = ReadonlyMap<string, ResourceElement>;

/** The elements of a member, as far as they stand in a root module. */
export interface MemberElements {
  /** The cluster, or the instance. */
  readonly main: ResourceElement | undefined;
  /** What runs: the instances of the cluster, or the instance. */
  readonly instances: readonly ResourceElement[];
  readonly logGroups: readonly ResourceElement[];
}

/** Finds the elements of a member. */
export function elementsOfMember(
  elements: Elements,
  database: PlannedDatabase,
  member: DatabaseMember,
): MemberElements {
  const name = memberName(database, member);
  const find = (...addresses: readonly string[]) =>
    addresses.map((address) => elements.get(address)).filter(isPresent);
  const logGroups = find(
    ...database.monitoring.logs.exports.map((log) => `aws_cloudwatch_log_group.${name}_${slugOf(log)}`),
  );
  if (member.kind !== "cluster") {
    const instances = find(`aws_db_instance.${name}`);
    return { main: instances[0], instances, logGroups };
  }
  const instances = member.instanceIdentifiers.map(
    (_, index) => `aws_rds_cluster_instance.${toIdentifier(name, index + 1)}`,
  );
  return { main: elements.get(`aws_rds_cluster.${name}`), instances: find(...instances), logGroups };
}

/** A backup or snapshot that is kept in a Region. */
export interface CopyElement {
  readonly element: ResourceElement;
  readonly region: RegionName;
  readonly use: Extract<KeyUse, "backup-replication" | "snapshot-copy">;
  /** Which of the snapshot copies it is; nothing for a replicated backup. */
  readonly item: { readonly item?: number };
}

/** Finds the backups and snapshots of a database that are kept in other Regions. */
export function copiesOf(elements: Elements, database: PlannedDatabase): readonly CopyElement[] {
  const names = snapshotCopyNames(database);
  return [
    ...database.backup.replicateTo.map((region) => ({
      element: elements.get(
        `aws_db_instance_automated_backups_replication.${toIdentifier(database.name, region)}`,
      ),
      region,
      use: "backup-replication" as const,
      item: {},
    })),
    ...database.snapshotCopies.map(({ toRegion }, item) => ({
      element:
        elements.get(`aws_db_snapshot_copy.${names[item]}`) ??
        elements.get(`aws_rds_cluster_snapshot_copy.${names[item]}`),
      region: toRegion,
      use: "snapshot-copy" as const,
      item: { item },
    })),
  ].flatMap((copy) => (copy.element === undefined ? [] : [{ ...copy, element: copy.element }]));
}
