import type { ReadReplicaTopology } from "../../../../model/database";
import type { GuidePart } from "../../../../terraform/companion";
import { memberIdentifier } from "../member-identifier";
import { memberName } from "../../member-name";
import { databasesOf, type GuideSubject } from "./guide-subject";
import { code, command, commands, heading, paragraph, steps } from "./parts";

/** Promotion of read replicas, which is what a failover is for databases that are no clusters. */
export function readReplicaRunbook({ plan }: GuideSubject): readonly GuidePart[] {
  return databasesOf(plan, "read-replicas").flatMap(runbookOf);
}

function runbookOf(database: ReadReplicaTopology): readonly GuidePart[] {
  const { backup, name, replicas, source } = database;
  const target = replicas.find(({ isCrossRegion }) => isCrossRegion) ?? replicas[0];
  if (target === undefined) return [];
  const address = (member: typeof target | typeof source) =>
    `aws_db_instance.${memberName(database, member)}`;
  const future = memberIdentifier(database, target.region);
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
      `Take the promoted instance, the old source ${code(address(source))} and its other replicas out of the state: \`terraform state rm ADDRESS\`. Nothing is destroyed by that.`,
      `Rename the promoted instance to what it is called as a source: \`aws rds modify-db-instance --region ${target.region} --db-instance-identifier ${target.identifier} --new-db-instance-identifier ${future} --apply-immediately\`.`,
      `In the spec, set \`primaryRegion: ${target.region}\`, emit, and import it: \`terraform import ${address({ ...source, region: target.region })} ${future}\`.`,
      "Review the plan: it may create the replicas anew, and change the instance in place; a plan that replaces or destroys an instance is wrong.",
      `Delete the old source ${code(source.identifier)} by hand once nobody needs its data.`,
    ),
  ];
}
