import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { compareVersions, isMajorUpgrade } from "./engine-versions";
import { sidesOf, textOf, type Sides } from "../../common/live/transition";

/** Changes in place that AWS refuses: the plan shows them as any other, and the apply stops there. */
export function refusalFindings(transition: ResourceTransition): readonly Finding[] {
  if (transition.action !== "update") return [];
  const sides = sidesOf(transition);
  return REFUSALS.filter(({ types, holds }) => types.includes(sides.type) && holds(sides)).map(
    ({ code, message }) => ({ kind: "refused", code, message: message(sides) }),
  );
}

/** A change that AWS has no way for. */
interface Refusal {
  readonly code: string;
  readonly types: readonly string[];
  readonly holds: (sides: Sides) => boolean;
  readonly message: (sides: Sides) => string;
}

const CLUSTER = "aws_rds_cluster";
const INSTANCE = "aws_db_instance";
const GLOBAL_CLUSTER = "global_cluster_identifier";

const REFUSALS: readonly Refusal[] = [
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
  {
    code: "engine-downgrade",
    types: [CLUSTER, INSTANCE, "aws_rds_global_cluster"],
    holds: (sides) => compareVersions(sides) > 0,
    message: (sides) =>
      `AWS goes back to no older engine version (${change(sides, "engine_version")}): write the version that runs, or restore a snapshot.`,
  },
  // The provider gives the permission for a global cluster by itself.
  {
    code: "major-upgrade-not-allowed",
    types: [CLUSTER, INSTANCE],
    holds: (sides) =>
      compareVersions(sides) < 0 &&
      isMajorUpgrade(sides) &&
      sides.after("allow_major_version_upgrade") !== true,
    message: (sides) =>
      `AWS makes a major upgrade (${change(sides, "engine_version")}) only when it is told that it is meant: the README has the commands.`,
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.html
  {
    code: "storage-smaller",
    types: [INSTANCE],
    holds: ({ before, after }) => isLess(after("allocated_storage"), before("allocated_storage")),
    message: (sides) => `Storage is never made smaller (${change(sides, "allocated_storage")} GiB).`,
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.VPC2VPC.html
  {
    code: "subnet-group-fixed",
    types: [INSTANCE],
    holds: ({ before, after, differs }) =>
      !isNothing(before("db_subnet_group_name")) &&
      !isNothing(after("db_subnet_group_name")) &&
      differs("db_subnet_group_name") &&
      (before("multi_az") === true || !isNothing(before("replicate_source_db"))),
    message: (sides) =>
      `AWS moves an instance to another subnet group (${change(sides, "db_subnet_group_name")}) only into another VPC, and only without a standby and read replicas.`,
  },
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_global_cluster
  {
    code: "global-cluster-joined",
    types: [CLUSTER],
    holds: ({ before, after }) => isNothing(before(GLOBAL_CLUSTER)) && !isNothing(after(GLOBAL_CLUSTER)),
    message: () =>
      "The provider takes no standing cluster into a global cluster: AWS makes the global cluster around it, and Terraform imports that.",
  },
  {
    code: "global-cluster-changed",
    types: [CLUSTER],
    holds: ({ before, after, differs }) =>
      !isNothing(before(GLOBAL_CLUSTER)) && !isNothing(after(GLOBAL_CLUSTER)) && differs(GLOBAL_CLUSTER),
    message: () => "The provider takes no cluster from one global cluster to another.",
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html
  {
    code: "backtrack-too-late",
    types: [CLUSTER],
    holds: ({ before, after }) =>
      isNothing(before("backtrack_window")) && !isNothing(after("backtrack_window")),
    message: () => "Backtracking is there from a cluster's creation on, or never.",
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBInstance.html
  {
    code: "insights-key-fixed",
    types: [INSTANCE, "aws_rds_cluster_instance"],
    holds: (sides) =>
      sides.before("performance_insights_enabled") === true &&
      sides.after("performance_insights_enabled") === true &&
      isOtherKey(sides, "performance_insights_kms_key_id"),
    message: () =>
      "Performance Insights keeps the key that it was switched on with: switch it off, apply, and on again with the other key. Its history is lost with that.",
  },
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
  {
    code: "secret-key-fixed",
    types: [CLUSTER, INSTANCE],
    holds: (sides) =>
      sides.before("manage_master_user_password") === true &&
      sides.after("manage_master_user_password") === true &&
      isOtherKey(sides, "master_user_secret_kms_key_id"),
    message: () => "The secret of a master password keeps the key that it was made with.",
  },
];

function change({ before, after }: Sides, argument: string): string {
  return `${textOf(before(argument))} to ${textOf(after(argument))}`;
}

function isLess(value: ReviewValue | undefined, than: ReviewValue | undefined): boolean {
  return typeof value === "number" && typeof than === "number" && value < than;
}

function isNothing(value: ReviewValue | undefined): boolean {
  return value === undefined || value === null || value === 0;
}

/** Whether a key that stands gives way to another; a key that is not named stays. */
function isOtherKey({ after, differs }: Sides, argument: string): boolean {
  return !isNothing(after(argument)) && differs(argument);
}
