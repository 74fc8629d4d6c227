import type { Migration, ResourceTransition } from "../../../terraform/live-behaviour";
import { plain, step, type Replacement } from "../../common/live/migration-parts";
import { aws } from "./migration-parts";
import { textOf } from "../../common/live/transition";

/**
 * A secondary cluster is a copy: it goes, and another one is filled in its place.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-managing.html
 */
export function newSecondary({ before }: Replacement, all: readonly ResourceTransition[]): Migration {
  const cluster = textOf(before.arguments["cluster_identifier"]);
  const { region } = before;
  const members = all.flatMap(({ before: one }) =>
    one?.type === "aws_rds_cluster_instance" &&
    one.region === region &&
    textOf(one.arguments["cluster_identifier"]) === cluster
      ? [one]
      : [],
  );
  const arn = `"$(${aws("rds describe-db-clusters", region, {
    "db-cluster-identifier": cluster,
    query: "'DBClusters[0].DBClusterArn'",
    output: "text",
  })})"`;
  return {
    title: "Let a new secondary cluster take the old one's place instead",
    steps: [
      step(
        `Nothing is lost while the primary cluster stands: this one holds a copy. Make sure that ${region ?? "its Region"} can do without it for hours.`,
      ),
      step(
        "Take it out of the global database.",
        aws("rds remove-from-global-cluster", plain(before.arguments["source_region"]), {
          "global-cluster-identifier":
            plain(before.arguments["global_cluster_identifier"]) ?? "<global cluster>",
          "db-cluster-identifier": arn,
        }),
      ),
      step(
        "Delete it: its instances, then the cluster.",
        aws("rds modify-db-cluster", region, {
          "db-cluster-identifier": cluster,
          "no-deletion-protection": true,
          "apply-immediately": true,
        }),
        ...members.map((one) =>
          aws("rds delete-db-instance", region, {
            "db-instance-identifier": textOf(one.arguments["identifier"]),
          }),
        ),
        aws("rds delete-db-cluster", region, {
          "db-cluster-identifier": cluster,
          "skip-final-snapshot": true,
        }),
        aws("rds wait db-cluster-deleted", region, { "db-cluster-identifier": cluster }),
      ),
      step(
        "Have Terraform forget it, in the root module that has it.",
        `terraform state rm ${[...members, before].map(({ address }) => `'${address}'`).join(" ")}`,
      ),
      step(
        "Apply the change, once nothing else in it that holds data is replaced: a new secondary cluster is created with the new key and filled from the primary one.",
        "terraform apply",
      ),
    ],
  };
}

/** A read replica is a copy: another one is filled from the source in its place. */
export function newReadReplica({ before }: Replacement): Migration {
  const identifier = textOf(before.arguments["identifier"]);
  const { region } = before;
  return {
    title: "Let a new read replica take the old one's place instead",
    steps: [
      step(
        `Nothing is lost while the source stands: this one holds a copy. If ${region ?? "its Region"} cannot do without, raise \`replicas\` there first, apply, and move the readers.`,
      ),
      step(
        "Delete the replica.",
        aws("rds modify-db-instance", region, {
          "db-instance-identifier": identifier,
          "no-deletion-protection": true,
          "apply-immediately": true,
        }),
        aws("rds delete-db-instance", region, { "db-instance-identifier": identifier }),
        aws("rds wait db-instance-deleted", region, { "db-instance-identifier": identifier }),
      ),
      step(
        "Have Terraform forget it, in the root module that has it.",
        `terraform state rm '${before.address}'`,
      ),
      step(
        "Apply the change, once nothing else in it that holds data is replaced: a new replica is created with the new key and filled from its source.",
        "terraform apply",
      ),
    ],
  };
}
