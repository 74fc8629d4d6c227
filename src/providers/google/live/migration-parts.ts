import type { ResourceTransition, ReviewedResource, ReviewValue } from "../../../terraform/live-behaviour";
import { plain } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";

/** `gcloud sql backups create --instance=orders --project=acme`; options without a value are left out. */
export function gcloud(
  operation: string,
  { arguments: given }: ReviewedResource,
  options: Readonly<Record<string, string | true | undefined>>,
): string {
  const project = plain(given["project"]) ?? projectIn(given) ?? "<project>";
  const all: typeof options = { ...options, project };
  const words = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}=${value}`],
  );
  return [`gcloud ${operation}`, ...words].join(" ");
}

/** The project in the full name of what a resource is a part of. */
function projectIn(given: ReviewedResource["arguments"]): string | undefined {
  const names = [given["key_ring"], given["cluster"]].map(textOf);
  return names.map((name) => /^projects\/([^/]+)\//.exec(name)?.[1]).find((project) => project !== undefined);
}

/** The full name of a key that an argument gives. */
export function keyName(value: ReviewValue | undefined, fallback = "<full name of the new key>"): string {
  return plain(value) ?? fallback;
}

/** Instances of Cloud SQL that follow another one. */
export function replicasOf(
  source: ReviewedResource,
  all: readonly ResourceTransition[],
): readonly ReviewedResource[] {
  const name = textOf(source.arguments["name"]);
  return all.flatMap(({ before }) => {
    const follows = textOf(before?.arguments["master_instance_name"]);
    return before?.type === source.type && follows === name ? [before] : [];
  });
}

/** Clusters of AlloyDB that follow another one. */
export function secondariesOf(
  source: ReviewedResource,
  all: readonly ResourceTransition[],
): readonly ReviewedResource[] {
  const id = textOf(source.arguments["cluster_id"]);
  return all.flatMap(({ before }) => {
    const follows = textOf(before?.arguments["secondary_config"]);
    return before?.type === source.type && follows.includes(`/${id}"`) ? [before] : [];
  });
}

/** The instances of a cluster of AlloyDB. */
export function instancesOf(
  cluster: ReviewedResource,
  all: readonly ResourceTransition[],
): readonly ReviewedResource[] {
  const id = textOf(cluster.arguments["cluster_id"]);
  return all.flatMap(({ before }) => {
    const isOne = before?.type === "google_alloydb_instance" && before.root === cluster.root;
    return isOne && textOf(before.arguments["cluster"]).endsWith(`/clusters/${id}`) ? [before] : [];
  });
}
