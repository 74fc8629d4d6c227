import { sortedUnique } from "../../../base/ordering";
import {
  isRecord,
  type Finding,
  type ResourceTransition,
  type ReviewValue,
} from "../../../terraform/live-behaviour";
import { sidesOf, textOf, textsOf, type Sides } from "../../common/live/transition";
import { compareVersions } from "./engine-versions";
import { keyKindOf, WITHOUT_KEY, type KeyKind } from "./key-usage";

const APPLY = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ModifyInstance.Settings.html";

/** What interrupts a live system, or leaves it with less to fall back on. */
export function availabilityFindings(
  transition: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  const sides = sidesOf(transition, { is_enabled: true, enabled: true });
  if (transition.action === "destroy" || transition.action === "replace")
    return goneFindings(transition, sides, all);
  if (!sides.stays) return [];
  return [
    ...keyFindings(transition, sides, all),
    ...databaseFindings(sides),
    ...parameterFindings(sides),
    ...logFindings(sides),
  ];
}

function availability(code: string, message: string): Finding {
  return { kind: "availability", code, message };
}

function isNewAlias({ action, after }: ResourceTransition, name: string, region: string | undefined) {
  if (after?.type !== "aws_kms_alias" || after.region !== region) return false;
  return (action === "create" || action === "replace") && textOf(after.arguments["name"]) === name;
}

/** What is missed by those who used it. */
function goneFindings(
  { before, after }: ResourceTransition,
  sides: Sides,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  switch (before?.type) {
    case "aws_kms_alias": {
      const name = textOf(sides.before("name"));
      if (after !== undefined && textOf(sides.after("name")) === name) return [];
      const next = all.find((one) => isNewAlias(one, name, before.region))?.after;
      if (next === undefined)
        return [availability("alias-gone", `Whoever uses the key as \`${name}\` no longer finds it.`)];
      // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html
      const message = `\`${name}\` becomes \`${next.address}\`: until that is created nobody finds a key by it. Terraform does not order the two, and KMS refuses a second alias of the name with \`AlreadyExistsException\`: then apply again.`;
      return [availability("alias-recreated", message)];
    }
    case "aws_kms_grant": {
      if (after !== undefined) return [];
      const operations = textsOf(sides.before("operations")).join(", ");
      return [
        availability(
          "grant-revoked",
          `A grant that gave \`${textOf(sides.before("grantee_principal"))}\` ${operations} is revoked.`,
        ),
      ];
    }
    case "aws_rds_cluster_instance":
      return [
        availability(
          "instance-gone",
          "Connections to the instance break; a cluster without another one takes none.",
        ),
      ];
    default:
      return [];
  }
}

function keyFindings(
  { after }: ResourceTransition,
  { turns, type }: Sides,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (after === undefined || !type.startsWith("aws_kms_")) return [];
  if (!turns("is_enabled", true, false) && !turns("enabled", true, false)) return [];
  return [availability("key-disabled", `The key is disabled: ${WITHOUT_ENABLED[keyKindOf(after, all)]}.`)];
}

/** What stops until the key is enabled again. */
const WITHOUT_ENABLED: Readonly<Record<KeyKind, string>> = {
  ...WITHOUT_KEY,
  encryption: "databases that it encrypts stop within minutes, and nothing that it encrypted can be read",
  "public-key-encryption": "nothing that was encrypted with its public key can be read",
};

/** Settings that AWS changes with a restart or a failover, at the next maintenance window unless told otherwise. */
function databaseFindings(sides: Sides): readonly Finding[] {
  const { type, differs, before, after, turns } = sides;
  if (!type.startsWith("aws_rds_") && type !== "aws_db_instance") return [];
  const found: Finding[] = [];
  const add = (holds: boolean, code: string, message: string) => {
    if (holds) found.push(availability(code, message));
  };
  const change = (argument: string) => `from ${textOf(before(argument))} to ${textOf(after(argument))}`;
  add(
    differs("engine_version") && type !== "aws_rds_cluster_instance" && compareVersions(sides) <= 0,
    "engine-upgrade",
    `The engine goes ${change("engine_version")}: the database is down while it is upgraded, and there is no way back but a snapshot.`,
  );
  add(
    differs("instance_class"),
    "instance-restart",
    `The instance class goes ${change("instance_class")}: the instance restarts at its next maintenance window, or at once with apply_immediately (${APPLY}).`,
  );
  add(
    differs("db_cluster_parameter_group_name") || differs("parameter_group_name"),
    "parameter-group-restart",
    "Another parameter group is used: static parameters take effect at the next restart.",
  );
  add(
    differs("port"),
    "port-changed",
    `The port goes ${change("port")}: the database restarts and clients must follow.`,
  );
  add(
    differs("identifier") && type === "aws_db_instance",
    "renamed",
    `The instance is renamed ${change("identifier")}: its endpoint changes and clients must follow.`,
  );
  add(
    differs("ca_cert_identifier"),
    "certificate-changed",
    `The certificate authority goes ${change("ca_cert_identifier")}: clients must trust it, and some engines restart.`,
  );
  add(
    turns("multi_az", true, false),
    "multi-az-off",
    "The standby in a second availability zone is given up.",
  );
  add(
    differs("replicate_source_db"),
    "replica-source-changed",
    "A read replica cannot follow another source: AWS promotes it to a database of its own, or the provider refuses.",
  );
  return [...found, ...placeFindings(sides), ...backupFindings(sides)];
}

/** What a database is a part of, and where it is reached. */
function placeFindings({ type, differs, before, after }: Sides): readonly Finding[] {
  const global = "global_cluster_identifier";
  const subnets = "db_subnet_group_name";
  const isTakenOut = differs(global) && after(global) === undefined;
  const isMoved = differs(subnets) && before(subnets) !== undefined && after(subnets) !== undefined;
  return [
    ...(isTakenOut
      ? [
          availability(
            "global-cluster-membership",
            "The cluster is taken out of its global cluster: it stands alone, and follows the others no longer.",
          ),
        ]
      : []),
    ...(isMoved && type === "aws_db_instance"
      ? [
          availability(
            "subnet-group-changed",
            `The subnet group goes from ${textOf(before(subnets))} to ${textOf(after(subnets))}: AWS moves the instance into another VPC, with an outage and another address, and refuses where both are of the same VPC.`,
          ),
        ]
      : []),
  ];
}

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html */
function parameterFindings({ type, before, after }: Sides): readonly Finding[] {
  if (type !== "aws_db_parameter_group" && type !== "aws_rds_cluster_parameter_group") return [];
  const [old, now] = [waitingIn(before("parameter")), waitingIn(after("parameter"))];
  const names = sortedUnique([...old.keys(), ...now.keys()]).filter(
    (name) => old.get(name) !== now.get(name),
  );
  if (names.length === 0) return [];
  const words = names.map((name) => `\`${name}\``).join(", ");
  return [
    availability(
      "parameters-at-restart",
      `${words}: takes effect when the instances that use the group are restarted, which nothing does by itself.`,
    ),
  ];
}

/** The parameters that wait for a restart, by name. */
function waitingIn(value: ReviewValue | undefined): ReadonlyMap<string, string> {
  const parameters = Array.isArray(value) ? (value as readonly ReviewValue[]).filter(isRecord) : [];
  return new Map(
    parameters
      .filter(({ apply_method: method }) => method === "pending-reboot")
      .map((parameter) => [textOf(parameter["name"]), textOf(parameter["value"])]),
  );
}

/** Log events older than their retention are deleted: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
function logFindings({ type, before, after }: Sides): readonly Finding[] {
  if (type !== "aws_cloudwatch_log_group") return [];
  // Without a retention, and with 0 days, they are kept for ever.
  const days = (value: ReviewValue | undefined) =>
    typeof value === "number" && value > 0 ? value : Number.POSITIVE_INFINITY;
  const [old, now] = [days(before("retention_in_days")), days(after("retention_in_days"))];
  if (now >= old) return [];
  const former = Number.isFinite(old) ? `${old} days` : "being kept for ever";
  return [
    {
      kind: "data-loss",
      code: "logs-shortened",
      message: `Log events are deleted after ${now} days instead of ${former}.`,
    },
  ];
}

function backupFindings({ before, after }: Sides): readonly Finding[] {
  const [old, now] = [before("backup_retention_period"), after("backup_retention_period")];
  if (typeof old !== "number" || typeof now !== "number" || now >= old) return [];
  const message =
    now === 0
      ? "Automated backups are switched off, and those that there are are deleted at once."
      : `Automated backups are kept for ${now} days instead of ${old}: older ones are deleted.`;
  return [{ kind: "data-loss", code: "backups-shortened", message }];
}
