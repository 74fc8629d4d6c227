import type { Finding, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";
import { keyKindOf, WITHOUT_KEY } from "./key-usage";

/** What is lost with a resource that is destroyed or replaced. */
export function lossFindings(
  { before, action }: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (before === undefined || (action !== "destroy" && action !== "replace")) return [];
  return [...(LOSSES[before.type]?.(before, all) ?? []), ...deletionProtection(before)];
}

type Loss = (resource: ReviewedResource, all: readonly ResourceTransition[]) => readonly Finding[];

const LOSSES: Readonly<Record<string, Loss>> = {
  aws_kms_key: lostKey,
  aws_kms_external_key: lostKey,
  aws_kms_replica_key: lostReplicaKey,
  aws_kms_replica_external_key: lostReplicaKey,
  aws_rds_cluster: lostDatabase,
  aws_db_instance: lostDatabase,
  aws_rds_cluster_snapshot_copy: lostCopy,
  aws_db_snapshot_copy: lostCopy,
  aws_db_instance_automated_backups_replication: () => [
    loss("backups-lost", "The replicated automated backups in this Region are deleted."),
  ],
  aws_cloudwatch_log_group: ({ arguments: { skip_destroy: kept } }) =>
    kept === true ? [] : [loss("logs-lost", "The log events in the group are deleted.")],
};

function loss(code: string, message: string): Finding {
  return { kind: "data-loss", code, message };
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html */
function lostKey(key: ReviewedResource, all: readonly ResourceTransition[]): readonly Finding[] {
  const days = textOf(key.arguments["deletion_window_in_days"] ?? 30);
  return [
    loss(
      "key-lost",
      `The key is disabled at once and deleted after ${days} days: ${WITHOUT_KEY[keyKindOf(key, all)]}. Until then \`aws kms cancel-key-deletion\` brings it back.`,
    ),
  ];
}

/** Another Region's related key still decrypts what a replica key encrypted, but no service uses it for its own data. */
function lostReplicaKey(key: ReviewedResource, all: readonly ResourceTransition[]): readonly Finding[] {
  const days = textOf(key.arguments["deletion_window_in_days"] ?? 30);
  const lost =
    keyKindOf(key, all) === "encryption"
      ? "what AWS services encrypted with it in this Region becomes undecryptable there"
      : "nobody can use it in this Region any more";
  return [
    loss("replica-key-lost", `The replica key is disabled at once and deleted after ${days} days: ${lost}.`),
  ];
}

function lostDatabase({ arguments: given }: ReviewedResource): readonly Finding[] {
  const isCopy = given["replicate_source_db"] !== undefined || given["source_region"] !== undefined;
  if (isCopy)
    return [
      loss(
        "database-copy-lost",
        "This copy of the database is destroyed; its source in another Region stands.",
      ),
    ];
  const takesSnapshot =
    given["skip_final_snapshot"] !== true && given["final_snapshot_identifier"] !== undefined;
  const ending = takesSnapshot
    ? `A final snapshot \`${textOf(given["final_snapshot_identifier"])}\` is taken; nothing is restored from it by itself, and it needs the key it was encrypted with.`
    : "No final snapshot is taken.";
  return [
    loss("database-lost", `The database is destroyed with its data and its automated backups. ${ending}`),
  ];
}

function lostCopy(): readonly Finding[] {
  return [loss("snapshot-copy-lost", "The copied snapshot is deleted.")];
}

function deletionProtection({ arguments: given }: ReviewedResource): readonly Finding[] {
  if (given["deletion_protection"] !== true) return [];
  return [
    {
      kind: "refused",
      code: "deletion-protection",
      message:
        "AWS refuses to delete it while its deletion protection is on: the apply stops here, after other resources may have changed.",
    },
  ];
}
