import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import { invariant, mustGet } from "../../base/invariant";
import { firstRegionOf, type PlannedDatabase, type SnapshotCopy } from "../../model/database";
import { reference, template, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { ResourceElement } from "../../terraform/program";
import { parseSnapshot, storedSnapshot } from "./catalog/arns";
import { engines } from "./catalog/catalog";
import type { DatabaseContext } from "./lowering-context";
import { memberName } from "../common/member-name";
import { dbInstanceAutomatedBackupsReplication, dbSnapshotCopy, rdsClusterSnapshotCopy } from "./resources";
import { slugOf, uniqueSlugs } from "../common/slug";
import { tagsOf } from "../common/tags";

/** Automated backups of an instance that AWS keeps in another Region, encrypted with that Region's key. */
export function lowerBackupReplications(
  context: DatabaseContext,
  database: PlannedDatabase,
): readonly ResourceElement[] {
  const source = sourceArn(database);
  if (source === undefined) return [];
  return database.backup.replicateTo.map((region) =>
    dbInstanceAutomatedBackupsReplication({
      name: toIdentifier(database.name, region),
      region,
      comment: `Automated backups of database ${database.name}, kept in ${region}.`,
      arguments: {
        sourceDbInstanceArn: source,
        kmsKeyId: context.keyArn({ database: database.name, region }, "backup-replication"),
        retentionPeriod: database.backup.retentionDays,
      },
    }),
  );
}

/** The ARN of the instance that takes writes; a cluster has no automated-backup replication. */
function sourceArn(database: PlannedDatabase): Expression<DbInstance["arn"]> | undefined {
  const isInstance =
    database.topology === "read-replicas" ||
    (database.topology === "single-region" && database.form === "instance");
  if (!isInstance) return undefined;
  const member = database.topology === "read-replicas" ? database.source : database.instance;
  return reference("aws_db_instance", memberName(database, member), "arn");
}

/** Snapshots that are copied to Regions of the deployment. */
export function lowerSnapshotCopies(
  context: DatabaseContext,
  database: PlannedDatabase,
): readonly ResourceElement[] {
  const names = snapshotCopyNames(database);
  return database.snapshotCopies.map((copy, item) =>
    lowerSnapshotCopy(context, database, copy, names[item] ?? "", item),
  );
}

/** The Terraform names of a database's snapshot copies, in their order. */
export function snapshotCopyNames({ name, snapshotCopies }: PlannedDatabase): readonly string[] {
  const slugs = uniqueSlugs(
    snapshotCopies.map((copy) => toIdentifier(copy.toRegion, slugOf(copyNameOf(copy)))),
  );
  return slugs.map((slug) => toIdentifier(name, slug));
}

function lowerSnapshotCopy(
  context: DatabaseContext,
  database: PlannedDatabase,
  copy: SnapshotCopy,
  name: string,
  item: number,
): ResourceElement {
  const { toRegion } = copy;
  const isCluster = mustGet(engines, database.engine).form === "cluster";
  const place = {
    name,
    region: toRegion,
    comment: `Database ${database.name}: a snapshot copied to ${toRegion}, encrypted with the key there.`,
  };
  const common = {
    kmsKeyId: context.keyArn({ database: database.name, region: toRegion, item }, "snapshot-copy"),
    copyTags: true,
    tags: tagsOf(database.tags),
  };
  const source = sourceSnapshot(context, database, copy, isCluster);
  const target = `${database.identifier}-${toRegion}-${copyNameOf(copy)}`;
  return isCluster
    ? rdsClusterSnapshotCopy({
        ...place,
        arguments: {
          sourceDbClusterSnapshotIdentifier: source,
          targetDbClusterSnapshotIdentifier: target,
          ...common,
        },
      })
    : dbSnapshotCopy({
        ...place,
        arguments: { sourceDbSnapshotIdentifier: source, targetDbSnapshotIdentifier: target, ...common },
      });
}

/**
 * A snapshot is always named by its ARN, in lower case: so the provider reads it back, and what is written otherwise
 * would replace the copy in every plan.
 */
function sourceSnapshot(
  { partition, account }: DatabaseContext,
  database: PlannedDatabase,
  { snapshot }: SnapshotCopy,
  isCluster: boolean,
): Expression<string> | string {
  const name = storedSnapshot(snapshot);
  if (name.startsWith("arn:")) return name;
  const kind = isCluster ? "cluster-snapshot" : "snapshot";
  return template`arn:${partition.name}:rds:${firstRegionOf(database)}:${account}:${kind}:${name}`;
}

/** What a copy is called after its snapshot, however that is given. */
function copyNameOf({ snapshot }: SnapshotCopy): string {
  const parsed = parseSnapshot(snapshot);
  invariant(parsed.kind !== "malformed", `${snapshot} is no snapshot, which the rules should have refused`);
  return parsed.copyName;
}
