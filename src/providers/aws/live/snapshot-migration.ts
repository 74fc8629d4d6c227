import type {
  Migration,
  MigrationStep,
  ResourceTransition,
  ReviewValue,
} from "../../../terraform/live-behaviour";
import { plain, stateCommands, step, type Replacement } from "../../common/live/migration-parts";
import { aws, instancesOf, keyName } from "./migration-parts";
import { textOf, valueAt } from "../../common/live/transition";

/** Another key, encryption, another network: a copy is restored beside the old one, and takes its name. */
export function throughSnapshot(
  replacement: Replacement,
  identity: string,
  all: readonly ResourceTransition[],
): Migration {
  const { before, after } = replacement;
  const identifier = textOf(before.arguments[identity]);
  const key = keyName(after.arguments["kms_key_id"], all);
  const { region } = before;
  const [noun, named] =
    before.type === "aws_rds_cluster"
      ? (["db-cluster", "db-cluster"] as const)
      : (["db", "db-instance"] as const);
  const isGlobal = before.arguments["global_cluster_identifier"] !== undefined;
  const copied = [
    step(
      "Keep the old key: leave its key set in the spec until the end. If the new key is not there yet, apply a spec that only adds its key set.",
    ),
    step(
      "Stop writing to the database, then take a snapshot.",
      aws(`rds create-${noun}-snapshot`, region, {
        [`${named}-identifier`]: identifier,
        [`${noun}-snapshot-identifier`]: `${identifier}-migration`,
      }),
      aws(`rds wait ${noun}-snapshot-available`, region, {
        [`${noun}-snapshot-identifier`]: `${identifier}-migration`,
      }),
    ),
    step(
      "Copy the snapshot; the copy is encrypted with the new key.",
      aws(`rds copy-${noun}-snapshot`, region, {
        [`source-${noun}-snapshot-identifier`]: `${identifier}-migration`,
        [`target-${noun}-snapshot-identifier`]: `${identifier}-migrated`,
        "kms-key-id": key,
      }),
      aws(`rds wait ${noun}-snapshot-available`, region, {
        [`${noun}-snapshot-identifier`]: `${identifier}-migrated`,
      }),
    ),
    step(
      "Restore the copy beside the database, and compare the data.",
      ...restoreCommands(replacement, identifier, all),
    ),
  ];
  const ending = isGlobal ? joinGlobal(identifier) : takeOver(replacement, identifier, all);
  return { title: "Move the data through a snapshot instead", steps: [...copied, ...ending] };
}

function restoreCommands(
  { before, after }: Replacement,
  identifier: string,
  all: readonly ResourceTransition[],
): readonly string[] {
  const given = after.arguments;
  const network = {
    "db-subnet-group-name": plain(given["db_subnet_group_name"]),
    "vpc-security-group-ids": plain(given["vpc_security_group_ids"]),
  };
  if (before.type === "aws_db_instance")
    return [
      aws("rds restore-db-instance-from-db-snapshot", before.region, {
        "db-instance-identifier": `${identifier}-new`,
        "db-snapshot-identifier": `${identifier}-migrated`,
        "db-instance-class": plain(given["instance_class"]),
        ...network,
        "db-parameter-group-name": plain(given["parameter_group_name"]),
      }),
    ];
  return [
    aws("rds restore-db-cluster-from-snapshot", before.region, {
      "db-cluster-identifier": `${identifier}-new`,
      "snapshot-identifier": `${identifier}-migrated`,
      engine: plain(given["engine"]),
      "serverless-v2-scaling-configuration": capacityOf(given["serverlessv2_scaling_configuration"]),
      ...network,
      "db-cluster-parameter-group-name": plain(given["db_cluster_parameter_group_name"]),
    }),
    ...instancesOf(before, all).map(({ class: instanceClass }, index) =>
      aws("rds create-db-instance", before.region, {
        "db-instance-identifier": `${identifier}-new-${index + 1}`,
        "db-cluster-identifier": `${identifier}-new`,
        engine: plain(given["engine"]),
        "db-instance-class": instanceClass,
      }),
    ),
  ];
}

/** Without it a restored cluster takes no serverless instances. */
function capacityOf(block: ReviewValue | undefined): string | undefined {
  const [minimum, maximum] = [valueAt(block, "min_capacity"), valueAt(block, "max_capacity")].map(plain);
  return minimum === undefined || maximum === undefined
    ? undefined
    : `MinCapacity=${minimum},MaxCapacity=${maximum}`;
}

/** A member of a global database cannot change places with another cluster: a second global database is built. */
function joinGlobal(identifier: string): readonly MigrationStep[] {
  return [
    step(
      `Take this change back, and add a database under another name and \`identifier\` that uses the new key and stands on the restored cluster: \`adopt: { clusterIdentifier: ${identifier}-new }\`. Apply: its secondary clusters are filled from it, each with the new key of its Region.`,
    ),
    step("Point the clients at the new global database."),
    step(
      "Only then take the old database out of the spec; its key last, when no snapshot needs it any more.",
    ),
  ];
}

/** The restored database gets the identifier, and Terraform is told: nothing is left to be replaced. */
function takeOver(
  { before, after }: Replacement,
  identifier: string,
  all: readonly ResourceTransition[],
): readonly MigrationStep[] {
  const isCluster = before.type === "aws_rds_cluster";
  const instances = isCluster ? instancesOf(before, all) : [];
  const rename = (kind: "cluster" | "instance", from: string, to: string) =>
    aws(`rds modify-db-${kind}`, before.region, {
      [`db-${kind}-identifier`]: from,
      [`new-db-${kind}-identifier`]: to,
      "apply-immediately": true,
    });
  const kind = isCluster ? "cluster" : "instance";
  const replicas = isCluster ? [] : replicasOf(before, all);
  return [
    step(
      "Give the restored database the name of the old one: the clients keep their endpoint.",
      rename(kind, identifier, `${identifier}-old`),
      ...instances.map(({ id }) => rename("instance", id, `${id}-old`)),
      rename(kind, `${identifier}-new`, identifier),
      ...instances.map(({ id }, index) => rename("instance", `${identifier}-new-${index + 1}`, id)),
    ),
    step(
      "Have Terraform take it in the place of the old one, in the root module that has it.",
      ...stateCommands([
        { address: after.address, id: identifier },
        ...instances.map(({ address, id }) => ({ address, id })),
      ]),
    ),
    ...(replicas.length === 0
      ? []
      : [
          step(
            "The read replicas still follow the old database: delete them, and have Terraform make new ones.",
            ...replicas.flatMap(({ region, id }) => [
              aws("rds modify-db-instance", region, {
                "db-instance-identifier": id,
                "no-deletion-protection": true,
                "apply-immediately": true,
              }),
              aws("rds delete-db-instance", region, { "db-instance-identifier": id }),
            ]),
            ...replicas.map(({ address }) => `terraform state rm '${address}'`),
          ),
        ]),
    step(
      "Plan: the database may be updated in place, and nothing with data be replaced. Then apply.",
      "terraform plan",
    ),
    step(
      `Delete \`${identifier}-old\` with a final snapshot when nobody misses it; its key last, when no snapshot needs it any more.`,
    ),
  ];
}

function replicasOf(source: Replacement["before"], all: readonly ResourceTransition[]) {
  return all.flatMap(({ before }) => {
    if (before?.type !== "aws_db_instance") return [];
    const follows = textOf(before.arguments["replicate_source_db"]);
    const isOne =
      follows.includes(`${source.address}.`) || follows === textOf(source.arguments["identifier"]);
    return isOne
      ? [{ address: before.address, region: before.region, id: textOf(before.arguments["identifier"]) }]
      : [];
  });
}
