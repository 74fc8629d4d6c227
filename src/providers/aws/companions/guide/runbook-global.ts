import type { ClusterMember, GlobalDatabase } from "../../../../model/database";
import type { GuidePart } from "../../../../terraform/companion";
import { toIdentifier } from "../../../../terraform/names";
import { databasesOf } from "../../../common/companions/databases-of";
import { rdsArn, secondariesOf, type GuideSubject } from "./guide-subject";
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

/** Switchover, failover and upgrade of global databases. Terraform has no resource for any of them. */
export function globalDatabaseRunbook(subject: GuideSubject): readonly GuidePart[] {
  return databasesOf(subject.plan, "global-database").flatMap((database) => runbookOf(subject, database));
}

function runbookOf(subject: GuideSubject, database: GlobalDatabase): readonly GuidePart[] {
  const [target, ...others] = targetsOf(database);
  if (target === undefined) return [];
  return [
    ...adoption(database),
    ...switchover(subject, database, target, others),
    ...failover(subject, database, target, others),
    ...afterwards(database),
    ...upgrade(database),
  ];
}

/** The secondary clusters, first those that can take over at once. */
function targetsOf(database: GlobalDatabase): readonly ClusterMember[] {
  const secondaries = secondariesOf(database);
  return [...secondaries.filter((one) => !isHeadless(one)), ...secondaries.filter(isHeadless)];
}

function isHeadless({ instanceIdentifiers }: ClusterMember): boolean {
  return instanceIdentifiers.length === 0;
}

/**
 * Where the adopted cluster is managed, Terraform must not undo what is done here: `global_cluster_identifier` appears on
 * it by itself, and a plan to take it away would detach the cluster
 * (https://github.com/cloudposse/terraform-aws-rds-cluster/issues/281).
 */
function adoption({ name, primary, engineVersion }: GlobalDatabase): readonly GuidePart[] {
  if (primary.kind !== "adopted") return [];
  const cluster = code(primary.identifier);
  return [
    heading(`Database ${name}: before ${primary.identifier} is adopted`),
    points(
      `${cluster} must be encrypted, run ${code(engineVersion)} on instances that are not of a \`db.t\` class, have no backtracking, and a master password that AWS does not manage.`,
      `Where Terraform manages ${cluster}, give it \`lifecycle { ignore_changes = [engine_version, global_cluster_identifier] }\` and apply that first; never set \`global_cluster_identifier\` there. Without it the next plan there takes the cluster out of the global database.`,
      `Nothing here creates, changes or deletes ${cluster}. When the global cluster is destroyed, it stands alone again.`,
    ),
  ];
}

function switchover(
  subject: GuideSubject,
  { identifier, name, primaryRegion }: GlobalDatabase,
  target: ClusterMember,
  others: readonly ClusterMember[],
): readonly GuidePart[] {
  const arns = others.map((one) => clusterArn(subject, one));
  return [
    heading(`Database ${name}: planned switchover`),
    paragraph(
      "Nothing is lost: RDS waits until the target has everything, then exchanges the roles. All clusters must run the same engine version.",
    ),
    commands(
      command("aws rds describe-global-clusters", {
        region: primaryRegion,
        "global-cluster-identifier": identifier,
      }),
      command("aws rds switchover-global-cluster", {
        region: primaryRegion,
        "global-cluster-identifier": identifier,
        "target-db-cluster-identifier": clusterArn(subject, target),
      }),
    ),
    ...(arns.length === 0 ? [] : [paragraph(`Other targets: ${codes(arns)}.`)]),
    ...headlessTargets([target, ...others]),
  ];
}

function clusterArn(subject: GuideSubject, { identifier, region }: ClusterMember): string {
  return rdsArn(subject, region, `cluster:${identifier}`);
}

function failover(
  subject: GuideSubject,
  { identifier, name }: GlobalDatabase,
  target: ClusterMember,
  others: readonly ClusterMember[],
): readonly GuidePart[] {
  return [
    heading(`Database ${name}: unplanned failover`),
    paragraph(
      "When the primary Region is lost. What had not been replicated is lost with it: look at the metric `AuroraGlobalDBReplicationLag` of the target first, and give the command to the target's own Region.",
    ),
    commands(
      command("aws rds failover-global-cluster", {
        region: target.region,
        "global-cluster-identifier": identifier,
        "target-db-cluster-identifier": clusterArn(subject, target),
        "allow-data-loss": true,
      }),
    ),
    ...(others.length === 0
      ? []
      : [
          paragraph(
            `Other targets, each with its own Region: ${codes(others.map((one) => clusterArn(subject, one)))}.`,
          ),
        ]),
    ...headlessTargets([target, ...others]),
  ];
}

function headlessTargets(targets: readonly ClusterMember[]): readonly GuidePart[] {
  const headless = targets.filter(isHeadless);
  if (headless.length === 0) return [];
  return [
    paragraph(
      `${codes(headless.map(({ identifier }) => identifier))} ${headless.length === 1 ? "has" : "have"} no instance. Add one before: take \`headless\` away in the spec, give \`instances: { count: 1 }\`, emit and apply.`,
    ),
  ];
}

function afterwards({ name }: GlobalDatabase): readonly GuidePart[] {
  return [
    heading(`Database ${name}: after either of them`),
    points(
      `Applications that use the output ${code(toIdentifier(name, "global_writer_endpoint"))} follow by themselves; others change to the new writer's entry of ${code(toIdentifier(name, "cluster_endpoints"))}.`,
      "Change nothing in the spec: the members' roles, versions and sources are ignored by the plan, which stays empty. `primaryRegion` says where the database was created and where its credentials are written, not who writes now.",
      "Each member keeps its own Region's key. The old primary cluster comes back as a secondary cluster once its Region does; after a failover RDS leaves a snapshot of what had not been replicated.",
      "To go back, make a switchover to the old primary cluster.",
    ),
  ];
}

function upgrade({ identifier, name, primary, primaryRegion }: GlobalDatabase): readonly GuidePart[] {
  const address = code(`aws_rds_global_cluster.${toIdentifier(name)}`);
  return [
    heading(`Database ${name}: engine upgrade`),
    steps(
      "Minor version: upgrade the secondary clusters first, then the primary one, with `aws rds modify-db-cluster --engine-version`; then write the version in the spec, emit, and see an empty plan.",
      primary.kind === "adopted"
        ? `Major version: \`aws rds modify-global-cluster --region ${primaryRegion} --global-cluster-identifier ${identifier} --engine-version VERSION --allow-major-version-upgrade\`, then write it in the spec. ${address} has its version from the existing cluster.`
        : `Major version: change \`engineVersion\` in the spec, emit and apply: ${address} upgrades all members, for which Terraform waits up to 90 minutes.`,
    ),
  ];
}
