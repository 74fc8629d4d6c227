import { groupBy } from "../../../../base/group-by";
import {
  membersOf,
  type DatabaseMember,
  type ReadReplicaTopology,
  type SingleRegionCluster,
  type SingleRegionInstance,
} from "../../../../model/database";
import type { GuidePart } from "../../../../terraform/companion";
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

type Upgraded = ReadReplicaTopology | SingleRegionCluster | SingleRegionInstance;

/**
 * New versions of engines. A global database has its own way, through the global cluster; everything else is upgraded
 * member by member: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
 */
export function upgradeRunbook({ plan }: GuideSubject): readonly GuidePart[] {
  const databases = plan.databases.filter((one): one is Upgraded => one.topology !== "global-database");
  if (databases.length === 0) return [];
  const automatic = databases.filter(({ autoMinorVersionUpgrade }) => autoMinorVersionUpgrade);
  return [
    heading("Upgrading engines"),
    ...(automatic.length === 0
      ? []
      : [
          paragraph(
            `RDS installs minor versions of ${codes(automatic.map(({ name }) => name))} by itself in the maintenance window. It never goes back: when a plan wants to, write the version that runs into the spec before anything is applied.`,
          ),
        ]),
    ...minorVersion(databases),
    paragraph(
      "Major version: RDS wants to be told that it is meant, and takes no parameter group of ours on the way. Try it on a restored snapshot first. Afterwards write the version into the spec, emit and apply: that puts the parameter group of the new family in place. `aws rds describe-db-engine-versions` tells each `VERSION` and its `FAMILY`.",
    ),
    ...majorVersions(databases.map(writerOf)),
  ];
}

/** A command of each kind, and whom it is for as well. */
function majorVersions(writers: readonly DatabaseMember[]): readonly GuidePart[] {
  const ofKind = groupBy(writers, ({ kind }) => kind);
  const examples = [...ofKind.values()].flatMap((members) => members.slice(0, 1));
  const others = [...ofKind.values()].flatMap((members) => members.slice(1));
  const places = others.map(({ identifier, region }) => `${code(identifier)} in ${code(region)}`);
  return [
    commands(...examples.map(majorVersion)),
    ...(places.length === 0 ? [] : [paragraph(`In the same way: ${places.join(", ")}.`)]),
  ];
}

function minorVersion(databases: readonly Upgraded[]): readonly GuidePart[] {
  const replicas = databases.flatMap((database) =>
    membersOf(database).filter(({ kind }) => kind === "replica"),
  );
  const change =
    "Change `engineVersion` in the spec, emit and apply; RDS upgrades in the maintenance window.";
  if (replicas.length === 0) return [paragraph(`Minor version: ${lowerFirst(change)}`)];
  return [
    paragraph("Minor version: read replicas before their source."),
    steps(
      `Upgrade ${codes(replicas.map(({ identifier }) => identifier))} with \`aws rds modify-db-instance --engine-version VERSION\`, each in its Region.`,
      change,
    ),
  ];
}

function majorVersion(member: DatabaseMember): readonly string[] {
  const kind = member.kind === "cluster" ? "cluster" : "instance";
  const group = kind === "cluster" ? "db-cluster-parameter-group-name" : "db-parameter-group-name";
  return command(`aws rds modify-db-${kind}`, {
    region: member.region,
    [`db-${kind}-identifier`]: member.identifier,
    "engine-version": "VERSION",
    "allow-major-version-upgrade": true,
    [group]: "default.FAMILY",
    "apply-immediately": true,
  });
}

function writerOf(database: Upgraded): DatabaseMember {
  if (database.topology === "read-replicas") return database.source;
  return database.form === "cluster" ? database.cluster : database.instance;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
