import { clustersOf, type ClusterMember, type GlobalDatabase } from "../../../../model/database";
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
  steps,
} from "../../../common/companions/guide-parts";
import { memberName } from "../../../common/member-name";
import type { GuideSubject } from "./guide-subject";

/** Switchover, failover, restoring and upgrades of AlloyDB. */
export function alloydbRunbook(subject: GuideSubject): readonly GuidePart[] {
  return [
    ...databasesOf(subject.plan, "global-database").flatMap((database) => [
      ...switchover(subject, database),
      ...failover(subject, database),
    ]),
    ...restoring(subject),
    ...upgrading(subject),
  ];
}

/** https://cloud.google.com/alloydb/docs/cross-region-replication/work-with-cross-region-replication */
function switchover(subject: GuideSubject, database: GlobalDatabase): readonly GuidePart[] {
  const { plan, project } = subject;
  const [target, ...others] = database.secondaries;
  if (target === undefined) return [];
  const stacks = new Set(clustersOf(database).map(({ region }) => stackOf(plan, "databases", region).name));
  return [
    heading(`Database ${database.name}: planned switchover`),
    paragraph(
      "Nothing is lost: the secondary cluster becomes the primary one, and the primary one follows it. Terraform does not do that, and ignores the roles.",
    ),
    commands(
      command(`gcloud alloydb clusters switchover ${target.identifier}`, { region: target.region, project }),
      ...[...stacks].flatMap((stack) => [
        [...terraformIn(subject, stack), "apply", "-refresh-only"],
        [...terraformIn(subject, stack), "plan"],
      ]),
    ),
    ...(others.length === 0
      ? []
      : [
          paragraph(
            `Other targets: ${codes(others.map(({ identifier }) => identifier))}, each in its Region.`,
          ),
        ]),
    points(
      "The plan afterwards should be empty; one that promotes, replaces or destroys a cluster or an instance is wrong, and is not applied.",
      "Leave the spec as it is: `primaryRegion` says where the database was created, not who writes now. Each cluster keeps the key of its Region.",
      "To go back, switch over to the old primary cluster.",
    ),
  ];
}

function failover(subject: GuideSubject, database: GlobalDatabase): readonly GuidePart[] {
  const { name, primary, secondaries } = database;
  const [target] = secondaries;
  if (target === undefined || primary.kind !== "cluster") return [];
  const { plan, project } = subject;
  const terraform = terraformIn(subject, stackOf(plan, "databases", primary.region).name);
  return [
    heading(`Database ${name}: when ${primary.region} is lost`),
    paragraph(
      "A promoted cluster stands alone: what had not been replicated is lost, and the old primary cluster never follows it. It is built anew as a secondary one.",
    ),
    commands(
      command(`gcloud alloydb clusters promote ${target.identifier}`, { region: target.region, project }),
    ),
    steps(
      `Take the old primary cluster out of the state: \`${[...terraform, "state", "rm", ...addressesOf(database, primary)].join(" ")}\`. Delete it when its Region is back: \`${command(`gcloud alloydb clusters delete ${primary.identifier}`, { region: primary.region, force: true, project }).join(" ")}\`.`,
      `In the spec, set \`primaryRegion: ${target.region}\`, and emit. It is that of every database of the deployment: where there are others, move ${code(name)} into a spec of its own first.`,
      "Read the plan: it creates the old primary cluster as a secondary one, and changes nothing of the promoted one but its protection. Then apply.",
    ),
  ];
}

function addressesOf(database: GlobalDatabase, member: ClusterMember): readonly string[] {
  const name = memberName(database, member);
  const pool = member.instanceIdentifiers.length > 1 ? [`google_alloydb_instance.${name}_read`] : [];
  return [...pool, `google_alloydb_instance.${name}`, `google_alloydb_cluster.${name}`];
}

/** https://cloud.google.com/alloydb/docs/backup/restore */
function restoring({ plan, project, request }: GuideSubject): readonly GuidePart[] {
  const [cluster, ...others] = plan.databases.flatMap((database) => clustersOf(database).slice(0, 1));
  if (cluster === undefined) return [];
  return [
    heading("Restoring a cluster"),
    paragraph(
      "A backup becomes a new cluster in its own Region, under a key that is named then; without one, under Google's own. Import it afterwards (below).",
    ),
    commands(
      command("gcloud alloydb clusters restore NEW_CLUSTER", {
        region: cluster.region,
        "source-cluster": cluster.identifier,
        "point-in-time": "TIME",
        network: request.provider.network?.vpc ?? "",
        "kms-key": "FULL_NAME_OF_THE_KEY",
        project,
      }),
    ),
    ...(others.length === 0
      ? []
      : [paragraph(`In the same way: ${codes(others.map(({ identifier }) => identifier))}.`)]),
  ];
}

function upgrading({ plan }: GuideSubject): readonly GuidePart[] {
  const clusters = plan.databases.filter((database) => clustersOf(database).length > 0);
  if (clusters.length === 0) return [];
  const isGlobal = clusters.some(({ topology }) => topology === "global-database");
  return [
    heading("Upgrading AlloyDB"),
    paragraph(
      `Google installs minor versions in the maintenance window.${isGlobal ? " Whether a primary cluster can be taken to another major version while secondary clusters follow it is not documented: take these away first, and add them again." : " A major one: change `engineVersion` in the spec, emit, and read the plan, which changes the cluster in place."}`,
    ),
  ];
}
