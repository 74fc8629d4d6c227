import type { Finding, ResourceTransition } from "../../../terraform/live-behaviour";
import { textOf } from "../../common/live/transition";
import { isKey } from "./kept-key-findings";

const DATABASES: readonly string[] = ["aws_db_instance", "aws_rds_cluster"];

/** A key that goes together with databases which another root module has: Terraform knows no order between the two. */
export function keyOrderFindings(
  { before: key, action }: ResourceTransition,
  all: readonly ResourceTransition[],
): readonly Finding[] {
  if (key === undefined || action !== "destroy" || !key.type.startsWith("aws_kms_")) return [];
  const databases = all.flatMap(({ before, action: end }) =>
    before !== undefined &&
    end === "destroy" &&
    before.root !== key.root &&
    DATABASES.includes(before.type) &&
    isKey(key, textOf(before.arguments["kms_key_id"]))
      ? [before]
      : [],
  );
  if (databases.length === 0) return [];
  const roots = [...new Set(databases.map(({ root }) => `\`${root}\``))].join(", ");
  return [
    {
      kind: "availability",
      code: "key-before-database",
      message: `It encrypts ${databases.map(({ address }) => `\`${address}\``).join(", ")}, which goes too: apply ${roots} first. Once the key is disabled, RDS takes no final snapshot.`,
    },
  ];
}
