import type { RegionName } from "../../../../base/names";
import type { DatabaseMember, ReadReplicaTopology, ReplicaMember } from "../../../../model/database";
import { stackOf } from "../../../../model/plan";
import type { GuidePart } from "../../../../terraform/companion";
import { memberIdentifier } from "../member-identifier";
import { memberName } from "../../../common/member-name";
import { importId } from "./apply-sections";
import { terraformIn } from "../../../common/companions/applying";
import { databasesOf } from "../../../common/companions/databases-of";
import type { GuideSubject } from "./guide-subject";
import { code, command, commands, heading, paragraph, steps } from "../../../common/companions/guide-parts";

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
      `Planned: stop the writes, wait until the replica has everything, promote it. Unplanned: promote it at once; what had not been replicated is lost. A promoted replica never becomes a replica again. It keeps the key of ${code(target.region)}.`,
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
      `Take the promoted instance, the old source ${code(addressOfMember(database, source))} and its other replicas out of the state: \`terraform state rm ADDRESS\`. Nothing is destroyed by that.`,
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
 * How the spec and the state come to say which instance is the source. `primaryRegion` is one for the deployment: where
 * it says more than where this source is, the database goes its own way.
 */
function takingOver(
  subject: GuideSubject,
  database: ReadReplicaTopology,
  target: ReplicaMember,
): readonly string[] {
  const { name, identifier, source } = database;
  const { region, isCrossRegion } = target;
  const { plan, programs } = subject;
  const isOwn =
    isCrossRegion &&
    (plan.databases.length > 1 || plan.keySets.some(({ strategy }) => strategy === "multi-region"));
  const change = `set \`primaryRegion: ${region}\``;
  const spec = isOwn
    ? [
        `\`primaryRegion\` is also that of the other databases and of multi-Region keys: move ${code(name)} into a spec of its own. There, ${change} and \`identifier: ${identifier}\`, and name the keys that are created here by strategy \`existing\`. Apply this deployment without it first: that removes what stood around it, its parameter and log groups.`,
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
  return [...spec, `Emit, and import it: \`${[...terraform, "import", address, id].join(" ")}\`.`];
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
