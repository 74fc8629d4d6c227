import type { Migration, MigrationStep, ResourceTransition } from "../../../terraform/live-behaviour";
import { sidesOf, textOf } from "./transition";

/**
 * How to get to what AWS does not change in place without losing data:
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html (a cluster's key is fixed),
 * https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html (so is a key's strategy).
 */
export function migrationOf(transition: ResourceTransition): Migration | undefined {
  if (transition.action !== "replace" || transition.before === undefined || transition.after === undefined)
    return undefined;
  return MIGRATIONS[transition.before.type]?.(transition);
}

const MIGRATIONS: Readonly<Record<string, (transition: ResourceTransition) => Migration | undefined>> = {
  aws_rds_cluster: (transition) =>
    isCopy(transition) ? newSecondary(transition) : restoredFromSnapshot(transition, CLUSTER_COMMANDS),
  aws_db_instance: (transition) =>
    isCopy(transition) ? newReplica(transition) : restoredFromSnapshot(transition, INSTANCE_COMMANDS),
  aws_kms_key: newKey,
  aws_kms_external_key: newKey,
  aws_kms_replica_key: newKey,
};

function isCopy({ before }: ResourceTransition): boolean {
  return (
    before?.arguments["source_region"] !== undefined || before?.arguments["replicate_source_db"] !== undefined
  );
}

interface SnapshotCommands {
  readonly identity: string;
  readonly create: (identifier: string, region: string) => string;
  readonly copy: (identifier: string, region: string) => string;
  readonly restore: (identifier: string, region: string, engine: string) => string;
}

const CLUSTER_COMMANDS: SnapshotCommands = {
  identity: "cluster_identifier",
  create: (identifier, region) =>
    `aws rds create-db-cluster-snapshot --region ${region} --db-cluster-identifier ${identifier} --db-cluster-snapshot-identifier ${identifier}-migration`,
  copy: (identifier, region) =>
    `aws rds copy-db-cluster-snapshot --region ${region} --source-db-cluster-snapshot-identifier ${identifier}-migration --target-db-cluster-snapshot-identifier ${identifier}-migrated --kms-key-id <ARN of the new key>`,
  restore: (identifier, region, engine) =>
    `aws rds restore-db-cluster-from-snapshot --region ${region} --db-cluster-identifier ${identifier}-new --engine ${engine} --snapshot-identifier ${identifier}-migrated --kms-key-id <ARN of the new key>`,
};

const INSTANCE_COMMANDS: SnapshotCommands = {
  identity: "identifier",
  create: (identifier, region) =>
    `aws rds create-db-snapshot --region ${region} --db-instance-identifier ${identifier} --db-snapshot-identifier ${identifier}-migration`,
  copy: (identifier, region) =>
    `aws rds copy-db-snapshot --region ${region} --source-db-snapshot-identifier ${identifier}-migration --target-db-snapshot-identifier ${identifier}-migrated --kms-key-id <ARN of the new key>`,
  restore: (identifier, region) =>
    `aws rds restore-db-instance-from-db-snapshot --region ${region} --db-instance-identifier ${identifier}-new --db-snapshot-identifier ${identifier}-migrated`,
};

function restoredFromSnapshot(transition: ResourceTransition, commands: SnapshotCommands): Migration {
  const { before } = sidesOf(transition);
  const identifier = textOf(before(commands.identity));
  const region = transition.before?.region ?? "<Region>";
  return {
    title: "Move the data through a snapshot instead",
    steps: [
      step(
        "Keep the old key: leave its key set in the spec, and add the new one beside it under another name; apply.",
      ),
      step("Stop writing to the database, then take a snapshot.", commands.create(identifier, region)),
      step("Copy the snapshot; the copy is encrypted with the new key.", commands.copy(identifier, region)),
      step(
        "Restore the copy beside the database, and compare the data.",
        commands.restore(identifier, region, textOf(before("engine"))),
      ),
      step(
        "Describe the restored database in the spec under a new name (a restored Aurora cluster: with `adopt`), apply, and point the clients at it.",
      ),
      step(
        "Only then remove the old database from the spec; its key last, when no snapshot needs it any more.",
      ),
    ],
  };
}

function newSecondary(transition: ResourceTransition): Migration {
  const { before } = sidesOf(transition);
  const region = transition.before?.region ?? "<Region>";
  return {
    title: "Let a new secondary cluster take the old one's place instead",
    steps: [
      step(
        "Nothing is lost while the primary cluster stands: the secondary cluster holds a copy. Make sure that the Region can be without it for hours.",
      ),
      step(
        "Take it out of the global database.",
        `aws rds remove-from-global-cluster --region <primary Region> --global-cluster-identifier <global cluster> --db-cluster-identifier <ARN of ${textOf(before("cluster_identifier"))}>`,
      ),
      step(`Take ${region} out of the database in the spec, with deletion protection off, and apply.`),
      step(
        `Put ${region} back with the new key, and apply: the new secondary cluster is filled from the primary cluster.`,
      ),
    ],
  };
}

function newReplica(transition: ResourceTransition): Migration {
  const region = transition.before?.region ?? "<Region>";
  return {
    title: "Let a new read replica take the old one's place instead",
    steps: [
      step(`Raise \`replicas\` in ${region}, so that the Region is not without one, and apply.`),
      step("Move the readers to it."),
      step(
        "Replace the old one: deletion protection off, `protect: false`, apply; it is filled from its source.",
      ),
    ],
  };
}

function newKey(): Migration {
  return {
    title: "Add a new key instead of replacing this one",
    steps: [
      step(
        "Leave this key set as it is, and add another one with the new strategy under another name; apply.",
      ),
      step("Move every database that this key encrypts to the new one: see the steps of each database."),
      step(
        "Encrypt again what the application encrypted by itself.",
        "aws kms re-encrypt --ciphertext-blob fileb://<file> --destination-key-id <ARN of the new key>",
      ),
      step(
        "Remove the old key set when no snapshot, backup or ciphertext needs it: look at its last use.",
        "aws cloudtrail lookup-events --lookup-attributes AttributeKey=ResourceName,AttributeValue=<ARN of the old key>",
      ),
    ],
  };
}

function step(text: string, command?: string): MigrationStep {
  return command === undefined ? { text } : { text, command };
}
