import type { Finding, ResourceTransition, ReviewedResource } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";

/** What a key of a database encrypts, by the argument that names it. */
const ENCRYPTED: Readonly<Record<string, (key: string) => Finding>> = {
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
  kms_key_id: (key) => ({
    kind: "data-loss",
    code: "key-of-database-lost",
    message: `It stays encrypted with \`${key}\`, which goes: the database becomes inaccessible at once, and is lost with the key. Leave the key set as it is until the data has moved to another key, through a copied snapshot.`,
  }),
  performance_insights_kms_key_id: (key) => ({
    kind: "data-loss",
    code: "key-of-insights-lost",
    message: `Performance Insights stays encrypted with \`${key}\`, which goes: its history is lost with the key.`,
  }),
  master_user_secret_kms_key_id: (key) => ({
    kind: "data-loss",
    code: "key-of-secret-lost",
    message: `The secret of the master password stays encrypted with \`${key}\`, which goes: nobody can read it any more.`,
  }),
};

/** A key that the live system keeps using, though the text names it no longer, and that is destroyed. */
export function keptKeyFindings(
  { before, after, action, withoutEffect = [] }: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (before === undefined || after === undefined || action === "replace") return [];
  return withoutEffect.flatMap(({ name, because }) => {
    const finding = ENCRYPTED[name];
    if (because !== "kept" || finding === undefined) return [];
    const key = textOf(before.arguments[name]);
    const goes = all.some((one) => one.before !== undefined && isLost(one) && isKey(one.before, key));
    return goes ? [finding(key.replace(/\.arn$/, ""))] : [];
  });
}

function isLost({ action }: ResourceTransition): boolean {
  return action === "destroy" || action === "replace";
}

function isKey({ type, address, root }: ReviewedResource, key: string): boolean {
  if (!type.startsWith("aws_kms_")) return false;
  return [address, `${root}/${address}`].some((place) => key === `${place}.arn`);
}
