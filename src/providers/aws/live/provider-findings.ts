import { sortedUnique } from "../../../base/ordering";
import type { Finding } from "../../../terraform/live-behaviour";

type Arguments = Readonly<Record<string, unknown>>;

/** A provider block that is let into other accounts, or goes to another one. */
export function providerFindings(
  before: Arguments | undefined,
  after: Arguments | undefined,
): readonly Finding[] {
  if (before === undefined || after === undefined) return [];
  const [allowed, allows] = [accountsIn(before), accountsIn(after)];
  if (allowed.length > 0 && allows.length === 0)
    return [
      {
        kind: "security",
        code: "any-account",
        message: "`allowed_account_ids` is taken away: Terraform may be run in any account.",
      },
    ];
  const [role, nextRole] = [roleIn(before), roleIn(after)];
  const isElsewhere = allows.length > 0 && allowed.length > 0 && !allows.some((id) => allowed.includes(id));
  const [account, next] = [accountOf(role), accountOf(nextRole)];
  if (isElsewhere || (account !== undefined && next !== undefined && account !== next))
    return [
      {
        kind: "data-loss",
        code: "account-changed",
        message: `Terraform goes to another account (${allows.join(", ") || nextRole}): what stands in the old one is not found there, is dropped from the state and created a second time. The old things stay, and nobody manages them.`,
      },
    ];
  if (role !== nextRole)
    return [
      {
        kind: "security",
        code: "role-changed",
        message: `Terraform works with ${named(nextRole)} instead of ${named(role)}.`,
      },
    ];
  return [];
}

function named(role: string): string {
  return role === "" ? "the caller's own role" : `\`${role}\``;
}

function accountsIn({ allowed_account_ids: ids }: Arguments): readonly string[] {
  return Array.isArray(ids) ? sortedUnique(ids.map(String)) : [];
}

/** The role that a block assumes; empty without one. */
function roleIn({ assume_role: blocks }: Arguments): string {
  const [block] = Array.isArray(blocks) ? (blocks as readonly Arguments[]) : [];
  const role = block?.["role_arn"];
  return typeof role === "string" ? role : "";
}

/** The account in the ARN of a role; without a role it is that of the caller, which is not known. */
function accountOf(role: string): string | undefined {
  return /^arn:[^:]*:iam::(\d{12}):/.exec(role)?.[1];
}
