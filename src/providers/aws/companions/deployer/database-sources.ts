import { mustGet } from "../../../../base/invariant";
import { isPresent } from "../../../../base/present";
import { firstRegionOf, regionsOf, type PlannedDatabase } from "../../../../model/database";
import { toIdentifier } from "../../../../terraform/names";
import type { ResourceElement } from "../../../../terraform/program";
import { parseSnapshot, storedSnapshot } from "../../catalog/arns";
import { engines } from "../../catalog/catalog";
import { snapshotCopyNames } from "../../lower-backups";
import { deployedArn, ofTypes, type DeployerSubject } from "./deployer-subject";

/** Keys of a Region that belong to another account. */
export interface ForeignKeys {
  readonly region: string;
  readonly arn: string;
}

/** Regions of what is made here from something elsewhere: members, replicated backups, copied snapshots. */
export function sourceRegions(subject: DeployerSubject): readonly string[] {
  const isHere = (region: string) => subject.regions.includes(region);
  return subject.plan.databases.flatMap((database) => {
    const made = [...regionsOf(database), ...database.backup.replicateTo];
    const copied = copiedHere(subject, database);
    return [
      ...(made.some(isHere) ? [firstRegionOf(database)] : []),
      ...copied.map((snapshot) => foreignSnapshot(snapshot)?.region ?? firstRegionOf(database)),
    ];
  });
}

/** Where a snapshot is that is given by its ARN. */
function foreignSnapshot(snapshot: string) {
  const parsed = parseSnapshot(snapshot);
  return parsed.kind === "full" ? parsed : undefined;
}

/** Clusters that stand already and that global clusters among some resources are built around. */
export function adoptedClusters(
  subject: DeployerSubject,
  resources: readonly ResourceElement[],
): readonly string[] {
  const globalClusters = new Set(ofTypes(resources, "aws_rds_global_cluster").map(({ name }) => name));
  return subject.plan.databases.flatMap((database) =>
    database.topology === "global-database" &&
    database.primary.kind === "adopted" &&
    globalClusters.has(toIdentifier(database.name))
      ? [deployedArn(subject, "rds", "*", `cluster:${database.primary.identifier}`)]
      : [],
  );
}

/** What is made from something that this root module does not name: adopted clusters, snapshots, backups. */
export function sourcesOf(subject: DeployerSubject, managed: readonly ResourceElement[]): readonly string[] {
  const others = subject.plan.databases.flatMap((database) => {
    const replicated = isReplicatedHere(subject, database)
      ? ["auto-backup:*", `db:${database.identifier}-*`]
      : [];
    return [
      ...replicated.map((name) => deployedArn(subject, "rds", "*", name)),
      ...copiedHere(subject, database).map((snapshot) =>
        foreignSnapshot(snapshot) === undefined
          ? deployedArn(subject, "rds", "*", `${snapshotKind(database)}:${snapshot}`)
          : snapshot,
      ),
    ];
  });
  return [...adoptedClusters(subject, managed), ...others];
}

/** Regions of the databases whose automated backups are replicated by this root module. */
export function replicationSources(subject: DeployerSubject): readonly string[] {
  return subject.plan.databases.filter((one) => isReplicatedHere(subject, one)).map(firstRegionOf);
}

function isReplicatedHere(
  { backupReplications }: DeployerSubject,
  { name, backup }: PlannedDatabase,
): boolean {
  return backup.replicateTo.some((region) => backupReplications.has(toIdentifier(name, region)));
}

/** The snapshots of a database that are copied to a Region of this root module. */
function copiedHere(subject: DeployerSubject, database: PlannedDatabase): readonly string[] {
  const names = snapshotCopyNames(database);
  return database.snapshotCopies
    .filter((_, item) => subject.snapshotCopies.has(names[item] ?? ""))
    .map(({ snapshot }) => storedSnapshot(snapshot));
}

function snapshotKind({ engine }: PlannedDatabase): string {
  return mustGet(engines, engine).form === "cluster" ? "cluster-snapshot" : "snapshot";
}

/** Keys that other accounts have encrypted their snapshots with; which ones is not known here. */
export function foreignKeys(subject: DeployerSubject): readonly ForeignKeys[] {
  return subject.plan.databases
    .flatMap((database) => copiedHere(subject, database).map(foreignSnapshot))
    .filter(isPresent)
    .map(({ partition, region, account }) => ({
      region,
      arn: `arn:${partition}:kms:${region}:${account}:key/*`,
    }));
}
