import type { Migration, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { step } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";
import { gcloud, instancesOf } from "./migration-parts";

/** A read replica is a copy: another one is filled from the source in its place. */
export function newReadReplica(before: ReviewedResource): Migration {
  const name = textOf(before.arguments["name"]);
  return {
    title: "Let a new read replica take the old one's place instead",
    steps: [
      step(
        `Nothing is lost while the source stands: this one holds a copy. If ${before.region ?? "its Region"} cannot do without, raise \`replicas\` there first, apply, and move the readers.`,
      ),
      step(
        "Delete the replica; a new one cannot have its name for about a week.",
        gcloud(`sql instances patch ${name}`, before, { "no-deletion-protection": true }),
        gcloud(`sql instances delete ${name}`, before, {}),
      ),
      step(
        "Have Terraform forget it, in the root module that has it.",
        `terraform state rm '${before.address}'`,
      ),
      step(
        "Apply the change, with another `identifier` for the replica, once nothing else in it that holds data is replaced: a new replica is created with the new key and filled from its source.",
        "terraform apply",
      ),
    ],
  };
}

/** https://cloud.google.com/alloydb/docs/cross-region-replication/work-with-cross-region-replication */
export function newSecondary(before: ReviewedResource, all: readonly ResourceTransition[]): Migration {
  const id = textOf(before.arguments["cluster_id"]);
  const region = before.region ?? "<Region>";
  const members = instancesOf(before, all);
  return {
    title: "Let a new secondary cluster take the old one's place instead",
    steps: [
      step(
        `Nothing is lost while the primary cluster stands: this one holds a copy. Make sure that ${region} can do without it for hours.`,
      ),
      step(
        "Delete it with its instances.",
        gcloud(`alloydb clusters delete ${id}`, before, { region, force: true }),
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
