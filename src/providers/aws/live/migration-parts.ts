import type { ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { plain, type Replacement } from "../../common/live/migration-parts";
import { textOf } from "../../common/live/transition";

/** `aws rds modify-db-cluster --region eu-west-1 --db-cluster-identifier orders`; options without a value are left out. */
export function aws(
  operation: string,
  region: string | undefined,
  options: Readonly<Record<string, string | true | undefined>>,
): string {
  const words = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : value === true ? [`--${name}`] : [`--${name} ${value}`],
  );
  return [`aws ${operation} --region ${region ?? "<Region>"}`, ...words].join(" ");
}

/** What names the key that an argument gives: its ARN, or the alias of a key of the deployment that stays. */
export function keyName(
  value: ReviewValue | undefined,
  all: readonly ResourceTransition[],
  fallback = "<ARN of the new key>",
): string {
  const given = plain(value);
  if (given !== undefined) return given;
  const address = /(aws_kms_\w+\.[\w-]+)/.exec(textOf(value))?.[1];
  return (address === undefined ? undefined : aliasOf(address, all)) ?? fallback;
}

/** The alias of a key that is created or stays; one that is replaced goes to another key. */
function aliasOf(address: string, all: readonly ResourceTransition[]): string | undefined {
  const key = all.find(({ after }) => after?.address === address);
  if (key?.action === "replace" || isRetargeted(address, all)) return undefined;
  return aliasTo(address, all);
}

/** Whether an alias that stands goes to a key that is new: until then its name is that of the old one. */
function isRetargeted(address: string, all: readonly ResourceTransition[]): boolean {
  const targets = (side: ResourceTransition["after"]) =>
    side?.type === "aws_kms_alias" && textOf(side.arguments["target_key_id"]).includes(`${address}.`);
  return all.some(({ before, after }) => before !== undefined && targets(after) && !targets(before));
}

/** The name of the alias that points to a key by its address; for old keys on the old side. */
export function aliasTo(address: string, all: readonly ResourceTransition[]): string | undefined {
  for (const { before, after } of all)
    for (const side of [after, before]) {
      const isAlias = side?.type === "aws_kms_alias";
      if (isAlias && textOf(side.arguments["target_key_id"]).includes(`${address}.`))
        return plain(side.arguments["name"]);
    }
  return undefined;
}

/** The instances of a cluster, by what they are called before and after. */
export function instancesOf(cluster: Replacement["before"], all: readonly ResourceTransition[]) {
  const identifier = textOf(cluster.arguments["cluster_identifier"]);
  return all.flatMap(({ before, after }) => {
    if (before?.type !== "aws_rds_cluster_instance" || before.root !== cluster.root) return [];
    if (textOf(before.arguments["cluster_identifier"]) !== identifier) return [];
    const id = textOf(before.arguments["identifier"]);
    const { address } = after ?? before;
    return [
      {
        id,
        address,
        class: plain(before.arguments["instance_class"]),
        next: textOf((after ?? before).arguments["identifier"]),
      },
    ];
  });
}
