import type { Finding, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf, valueAt } from "../../common/live/transition";
import { keyKindOf, WITHOUT_KEY } from "./key-usage";

/** What is lost with a resource that is destroyed or replaced. */
export function lossFindings({ before, action }: ResourceTransition): readonly Finding[] {
  if (before === undefined || (action !== "destroy" && action !== "replace")) return [];
  return [...(LOSSES[before.type]?.(before) ?? []), ...deletionProtection(before)];
}

type Loss = (resource: ReviewedResource) => readonly Finding[];

const LOSSES: Readonly<Record<string, Loss>> = {
  google_kms_crypto_key: lostKey,
  google_kms_key_ring: lostKeyRing,
  google_sql_database_instance: lostInstance,
  google_sql_database: lostContents,
  google_alloydb_cluster: lostCluster,
};

function loss(code: string, message: string): Finding {
  return { kind: "data-loss", code, message };
}

const DAY = 86_400;

/** https://cloud.google.com/kms/docs/destroy-restore */
function lostKey(key: ReviewedResource): readonly Finding[] {
  const { arguments: given } = key;
  const seconds = Number.parseInt(textOf(given["destroy_scheduled_duration"] ?? `${30 * DAY}s`), 10);
  const days = Number.isNaN(seconds) ? "its number of" : seconds / DAY;
  return [
    loss(
      "key-lost",
      `Every version of the key is disabled at once and destroyed after ${days} days: ${WITHOUT_KEY[keyKindOf(key)]}. Until then \`gcloud kms keys versions restore\` brings a version back.`,
    ),
    {
      kind: "note",
      code: "key-name-kept",
      message:
        "The key itself and its name stay in Cloud KMS: creating it again fails with 409 until it is imported.",
    },
  ];
}

function lostKeyRing(): readonly Finding[] {
  return [
    {
      kind: "note",
      code: "key-ring-forgotten",
      message:
        "Terraform only forgets a key ring, and it stays: creating it again fails with 409 until it is imported, or named by `keyRing.existing`.",
    },
  ];
}

/** https://cloud.google.com/sql/docs/postgres/delete-instance */
function lostInstance({ arguments: given }: ReviewedResource): readonly Finding[] {
  const name = {
    kind: "note",
    code: "instance-name-blocked",
    message: "The name of a deleted instance cannot be used again for about a week.",
  } as const;
  if (given["master_instance_name"] !== undefined) return [copyLost(), name];
  const takesBackup = valueAt(given, "settings.final_backup_config.enabled") === true;
  const keepsBackups = valueAt(given, "settings.retain_backups_on_delete") === true;
  const final = takesBackup
    ? "A final backup is taken; nothing is restored from it by itself, and it needs the key it was encrypted with."
    : "No final backup is taken.";
  const kept = keepsBackups
    ? " The backups that there are stay as long as their retention says."
    : " Its backups go with it.";
  return [loss("database-lost", `The instance is destroyed with its data. ${final}${kept}`), name];
}

function lostCluster({ arguments: given }: ReviewedResource): readonly Finding[] {
  if (given["cluster_type"] === "SECONDARY") return [copyLost()];
  return [
    loss(
      "database-lost",
      "The cluster is destroyed with its data; no final backup is taken. Take one with `gcloud alloydb backups create`: continuous backups go with the cluster.",
    ),
  ];
}

function copyLost(): Finding {
  return loss(
    "database-copy-lost",
    "This copy of the database is destroyed; its source stands unless it is listed here too.",
  );
}

/** It goes before the instance: https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/sql_database. */
function lostContents({ arguments: given }: ReviewedResource): readonly Finding[] {
  if (given["deletion_policy"] === "ABANDON") return [];
  return [
    loss(
      "database-contents-lost",
      "The database is dropped with everything in it. That happens before its instance is touched: the instance's deletion protection does not stop it.",
    ),
  ];
}

const PROTECTED = ["google_alloydb_cluster", "google_sql_database_instance"];

function deletionProtection({ type, arguments: given }: ReviewedResource): readonly Finding[] {
  if (!PROTECTED.includes(type)) return [];
  const refused = (who: string, argument: string): Finding => ({
    kind: "refused",
    code: "deletion-protection",
    message: `${who} refuses to delete it while \`${argument}\` is on: the apply stops here, after other resources may have changed.`,
  });
  const isOn = given["deletion_protection"] !== false;
  const isOnInService = valueAt(given, "settings.deletion_protection_enabled") === true;
  return [
    ...(isOn ? [refused("The provider", "deletion_protection")] : []),
    ...(isOnInService ? [refused("Cloud SQL", "settings.deletion_protection_enabled")] : []),
  ];
}
