import type { Finding } from "../../../terraform/live-behaviour";

type Arguments = Readonly<Record<string, unknown>>;

/** A provider block that goes to another project, or works as somebody else. */
export function providerFindings(
  before: Arguments | undefined,
  after: Arguments | undefined,
): readonly Finding[] {
  if (before === undefined || after === undefined) return [];
  const [project, next] = [textIn(before["project"]), textIn(after["project"])];
  if (project !== next)
    return [
      {
        kind: "data-loss",
        code: "project-changed",
        message: `Terraform goes from project ${project || "(none)"} to ${next || "(none)"}: a resource that names no project of its own is another one there, and the provider replaces it.`,
      },
    ];
  const [account, other] = [
    textIn(before["impersonate_service_account"]),
    textIn(after["impersonate_service_account"]),
  ];
  if (account === other) return [];
  return [
    {
      kind: "security",
      code: "impersonation-changed",
      message: `Terraform works as ${named(other)} instead of ${named(account)}.`,
    },
  ];
}

function named(account: string): string {
  return account === "" ? "the caller" : `\`${account}\``;
}

function textIn(value: unknown): string {
  return typeof value === "string" ? value : "";
}
