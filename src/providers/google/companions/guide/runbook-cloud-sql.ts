import {
  firstRegionOf,
  membersOf,
  type PlannedDatabase,
  type ReadReplicaTopology,
} from "../../../../model/database";
import { stackOf } from "../../../../model/plan";
import type { GuidePart } from "../../../../terraform/companion";
import { terraformIn } from "../../../common/companions/applying";
import { databasesOf } from "../../../common/companions/databases-of";
import {
  code,
  codes,
  command,
  commands,
  heading,
  paragraph,
  points,
} from "../../../common/companions/guide-parts";
import type { GuideSubject } from "./guide-subject";

/** Switchover, promotion, restoring and upgrades of Cloud SQL. */
export function cloudSqlRunbook(subject: GuideSubject): readonly GuidePart[] {
  const replicated = databasesOf(subject.plan, "read-replicas");
  const all = subject.plan.databases.filter((database) =>
    membersOf(database).every(({ kind }) => kind !== "cluster"),
  );
  return [
    ...replicated.flatMap((database) =>
      database.drRegion === undefined ? promotion(subject, database) : switchover(subject, database),
    ),
    ...restoring(subject, all),
    ...upgrading(all),
  ];
}

/** https://cloud.google.com/sql/docs/postgres/use-advanced-disaster-recovery */
function switchover(subject: GuideSubject, database: ReadReplicaTopology): readonly GuidePart[] {
  const { name, source, replicas, drRegion } = database;
  const { project, plan } = subject;
  const target = replicas.find(({ region }) => region === drRegion);
  if (target === undefined) return [];
  const terraform = terraformIn(subject, stackOf(plan, "databases", source.region).name);
  return [
    heading(`Database ${name}: switchover and failover`),
    paragraph(
      `Planned, nothing is lost: ${code(target.identifier)} takes the writes, and ${code(source.identifier)} becomes its replica. Terraform does neither.`,
    ),
    commands(command(`gcloud sql instances switchover ${target.identifier}`, { project })),
    paragraph(`When ${code(source.region)} is lost; what had not been replicated is lost with it:`),
    commands([
      ...command(`gcloud sql instances promote-replica ${target.identifier}`, { project }),
      "--failover",
    ]),
    ...afterwards(terraform),
    points(
      `Leave the spec as it is: the files ignore who follows whom. \`primaryRegion\` says where the database was created, not who writes now; each instance keeps the key of its Region.`,
      `To go back, switch over to ${code(source.identifier)}.`,
    ),
  ];
}

/** What Terraform is told after roles were changed outside. */
function afterwards(terraform: readonly string[]): readonly GuidePart[] {
  return [
    paragraph(
      "Afterwards bring the state up to date, and look at the plan before anything else is applied. It should be empty; one that replaces or destroys an instance is wrong, and is not applied:",
    ),
    commands([...terraform, "apply", "-refresh-only"], [...terraform, "plan"]),
  ];
}

function promotion(subject: GuideSubject, database: ReadReplicaTopology): readonly GuidePart[] {
  const { name, source, replicas } = database;
  const { project, plan } = subject;
  const target = replicas.find(({ isCrossRegion }) => isCrossRegion) ?? replicas[0];
  if (target === undefined) return [];
  return [
    heading(`Database ${name}: promoting ${target.identifier}`),
    paragraph(
      `A promoted replica takes writes, and never follows ${code(source.identifier)} again; what had not been replicated is lost. It keeps its key.`,
    ),
    commands(command(`gcloud sql instances promote-replica ${target.identifier}`, { project })),
    ...afterwards(terraformIn(subject, stackOf(plan, "databases", target.region).name)),
    points(
      "An instance is never renamed: the promoted one keeps the name of a replica, which no spec gives to a source. Take it out of the state (`terraform state rm`), and build the database anew around it when there is time for that.",
    ),
  ];
}

/** https://cloud.google.com/sql/docs/postgres/backup-recovery/restoring */
function restoring({ project }: GuideSubject, databases: readonly PlannedDatabase[]): readonly GuidePart[] {
  const [database] = databases;
  if (database === undefined) return [];
  const [primary] = membersOf(database);
  if (primary === undefined) return [];
  const { identifier } = primary;
  const others = databases.slice(1).map(({ name }) => name);
  return [
    heading("Restoring an instance"),
    paragraph(
      "A clone has the key of what it is made from. A backup is restored into an instance that stands, with the key of that one; what was in it is overwritten, and it must have no replicas.",
    ),
    commands(
      command(`gcloud sql backups list`, { instance: identifier, project }),
      command(`gcloud sql backups restore BACKUP`, {
        "restore-instance": "OTHER_INSTANCE",
        "backup-instance": identifier,
        project,
      }),
      command(`gcloud sql instances clone ${identifier} NEW_INSTANCE`, { "point-in-time": "TIME", project }),
    ),
    ...(others.length === 0 ? [] : [paragraph(`In the same way: ${codes(others)}.`)]),
    paragraph(
      `Backups of ${code(identifier)} are kept in ${code(firstRegionOf(database))} under its key: they are of no use when the Region and its keys are lost. A replica in another Region is.`,
    ),
  ];
}

/** https://cloud.google.com/sql/docs/postgres/upgrade-major-db-version-inplace */
function upgrading(databases: readonly PlannedDatabase[]): readonly GuidePart[] {
  if (databases.length === 0) return [];
  return [
    heading("Upgrading Cloud SQL"),
    paragraph(
      "Google installs minor versions in the maintenance window. A major one: try it on a clone, then change `engineVersion` in the spec, emit, and read the plan: it changes `database_version` in place, of the source and of its replicas; one that replaces an instance is wrong.",
    ),
  ];
}
