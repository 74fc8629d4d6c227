import type { RegionName } from "../../../../base/names";
import {
  regionsOf,
  type DatabaseMember,
  type ReadReplicaTopology,
  type ReplicaMember,
} from "../../../../model/database";
import { stackOf, type DeploymentPlan } from "../../../../model/plan";
import type { GuidePart } from "../../../../terraform/companion";
import { subnetGroupName } from "../../lower-network";
import { memberIdentifier } from "../member-identifier";
import { memberName } from "../../../common/member-name";
import { importId } from "./apply-sections";
import { terraformIn } from "../../../common/companions/applying";
import { databasesOf } from "../../../common/companions/databases-of";
import type { GuideSubject } from "./guide-subject";
import {
  code,
  codes,
  command,
  commands,
  heading,
  paragraph,
  steps,
} from "../../../common/companions/guide-parts";

/** Promotion of read replicas, which is what a failover is for databases that are no clusters. */
export function readReplicaRunbook(subject: GuideSubject): readonly GuidePart[] {
  return databasesOf(subject.plan, "read-replicas").flatMap((database) => runbookOf(subject, database));
}

function runbookOf(subject: GuideSubject, database: ReadReplicaTopology): readonly GuidePart[] {
  const { backup, name, replicas, source } = database;
  const target = replicas.find(({ isCrossRegion }) => isCrossRegion) ?? replicas[0];
  if (target === undefined) return [];
  const future = memberIdentifier(database, target.region);
  // In its own Region the old source has the name already.
  const old = target.isCrossRegion ? source.identifier : `${source.identifier}-old`;
  return [
    heading(`Database ${name}: promoting ${target.identifier}`),
    paragraph(
      `Planned: stop the writes, wait until the replica has everything (its metric \`ReplicaLag\` is 0), promote it. Unplanned: promote it at once; what had not been replicated is lost. A promoted replica never becomes a replica again. It keeps the key of ${code(target.region)}.`,
    ),
    commands(
      command("aws rds promote-read-replica", {
        region: target.region,
        "db-instance-identifier": target.identifier,
        "backup-retention-period": String(backup.retentionDays),
      }),
      command("aws rds wait db-instance-available", {
        region: target.region,
        "db-instance-identifier": target.identifier,
      }),
    ),
    heading(`Database ${name}: after a promotion`),
    paragraph("Apply nothing before this is done: the files still say that the old source takes the writes."),
    steps(
      `${takenOut(subject, database, target)} Nothing is destroyed by that.`,
      ...(target.isCrossRegion
        ? []
        : [`Rename the old source: \`${renaming(source.region, source.identifier, old)}\`.`]),
      `Rename the promoted instance to what it is called as a source: \`${renaming(target.region, target.identifier, future)}\`.`,
      ...takingOver(subject, database, target),
      "Review the plan: it may create the replicas anew, and change the instance in place; a plan that replaces or destroys an instance is wrong.",
      `Delete the old source ${code(old)} by hand once nobody needs its data.`,
    ),
  ];
}

/**
 * What leaves the state. A database that goes its own way leaves nothing there: its instances still use its parameter
 * groups, and RDS deletes none that is in use.
 */
function takenOut(subject: GuideSubject, database: ReadReplicaTopology, target: ReplicaMember): string {
  const { name, source } = database;
  const address = code(addressOfMember(database, source));
  const stacks = new Set(
    [source, target].map(({ region }) => stackOf(subject.plan, "databases", region).name),
  );
  const state = (...words: readonly string[]) =>
    [...stacks]
      .map((stack) => code([...terraformIn(subject, stack), "state", ...words].join(" ")))
      .join(", ");
  return goesItsOwnWay(subject, target)
    ? `Take everything of ${code(name)} out of the state: the old source ${address}, the promoted instance, the other replicas, and the parameter groups, log groups and replicated backups around them. Their addresses: ${state("list")}; then ${state("rm", "ADDRESS")}.`
    : `Take the promoted instance, the old source ${address} and its other replicas out of the state: ${state("rm", "ADDRESS")}.`;
}

/** `primaryRegion` is one for the deployment: whether it says more than where this source is. */
function goesItsOwnWay({ plan }: GuideSubject, { isCrossRegion }: ReplicaMember): boolean {
  return (
    isCrossRegion &&
    (plan.databases.length > 1 || plan.keySets.some(({ strategy }) => strategy === "multi-region"))
  );
}

/**
 * How the spec and the state come to say which instance is the source.
 */
function takingOver(
  subject: GuideSubject,
  database: ReadReplicaTopology,
  target: ReplicaMember,
): readonly string[] {
  const { name, identifier, source } = database;
  const { region, isCrossRegion } = target;
  const { plan, programs } = subject;
  const isOwn = goesItsOwnWay(subject, target);
  const change = `set \`primaryRegion: ${region}\``;
  const spec = isOwn
    ? [
        `\`primaryRegion\` is also that of the other databases and of multi-Region keys: move ${code(name)} into a spec of its own. There, ${change} and \`identifier: ${identifier}\`, ${existingNetwork(plan, database)}and name the keys that are created here by strategy \`existing\`. Emit this deployment without it, and apply that unless the plan destroys what ${code(name)} still uses, such as a subnet group.`,
      ]
    : isCrossRegion
      ? [`In the spec, ${change}.`]
      : [];
  const stack = stackOf(plan, "databases", region).name;
  const terraform = isOwn ? ["terraform"] : terraformIn(subject, stack);
  const [program] = programs;
  const future = memberIdentifier(database, region);
  const id = program === undefined ? future : importId(future, program, region);
  const address = addressOfMember(database, { ...source, region });
  const around = isOwn
    ? " Import its parameter group and its log groups in the same way, where they stand already."
    : "";
  return [...spec, `Emit, and import it: \`${[...terraform, "import", address, id].join(" ")}\`.${around}`];
}

/** RDS moves no instance to another subnet group of the same VPC. */
function existingNetwork({ name, regions }: DeploymentPlan, database: ReadReplicaTopology): string {
  const used = regionsOf(database);
  const groups = regions.flatMap((region) =>
    used.includes(region.name) && region.network.subnetGroup.kind === "new"
      ? [subnetGroupName(name, region.name)]
      : [],
  );
  return groups.length === 0 ? "" : `\`subnetGroupName\` ${codes(groups)} in place of \`subnetIds\`, `;
}

function addressOfMember(database: ReadReplicaTopology, member: DatabaseMember): string {
  return `aws_db_instance.${memberName(database, member)}`;
}

function renaming(region: RegionName, from: string, to: string): string {
  return command("aws rds modify-db-instance", {
    region,
    "db-instance-identifier": from,
    "new-db-instance-identifier": to,
    "apply-immediately": true,
  }).join(" ");
}
