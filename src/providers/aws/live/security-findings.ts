import { sortedUnique } from "../../../base/ordering";
import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { covers, isPolicyArgument, rightsOf, type PolicyRight } from "./policy-document";
import { sidesOf, textOf, textsOf, type Sides } from "./transition";

/** What makes a live system less safe, or changes what protects it. */
export function securityFindings(transition: ResourceTransition): readonly Finding[] {
  const sides = sidesOf(transition, { multi_region: false, is_enabled: true, enabled: true });
  if (transition.after?.type === "aws_kms_grant" && transition.action !== "none")
    return [grantFinding(sides)];
  return [...policyFindings(transition), ...(sides.stays ? settingFindings(sides) : [])];
}

function security(code: string, message: string): Finding {
  return { kind: "security", code, message };
}

function grantFinding({ after }: Sides): Finding {
  const operations = textsOf(after("operations")).join(", ");
  return security("grant-given", `A grant gives \`${textOf(after("grantee_principal"))}\` ${operations}.`);
}

/** A setting whose change weakens what protects a system. */
interface SettingRule {
  readonly code: string;
  readonly holds: (sides: Sides) => boolean;
  readonly message: (sides: Sides) => string;
}

const KEY_ARGUMENTS = [
  "kms_key_id",
  "performance_insights_kms_key_id",
  "master_user_secret_kms_key_id",
  "target_key_id",
];

const SETTING_RULES: readonly SettingRule[] = [
  switchedOff("deletion_protection", "protection-off", "Deletion protection is switched off."),
  switchedOff("storage_encrypted", "encryption-off", "Encryption of the storage is switched off."),
  switchedOff("enable_key_rotation", "rotation-off", "Automatic rotation of the key is switched off."),
  switchedOff(
    "iam_database_authentication_enabled",
    "iam-authentication-off",
    "Authentication through IAM is switched off.",
  ),
  ...KEY_ARGUMENTS.map((name): SettingRule => ({
    code: "encryption-key-changed",
    holds: ({ differs }) => differs(name),
    message: ({ before, after }) =>
      `\`${name}\` changes from \`${textOf(before(name))}\` to \`${textOf(after(name))}\`.`,
  })),
  {
    code: "rotation-slower",
    holds: (sides) => grows(sides, "rotation_period_in_days"),
    message: ({ before, after }) =>
      `The key rotates every ${textOf(after("rotation_period_in_days"))} days instead of ${textOf(before("rotation_period_in_days"))}.`,
  },
  {
    code: "deletion-window-shorter",
    holds: (sides) => grows(sides, "deletion_window_in_days", -1),
    message: ({ before, after }) =>
      `A deleted key can be brought back for ${textOf(after("deletion_window_in_days"))} days instead of ${textOf(before("deletion_window_in_days"))}.`,
  },
  {
    code: "publicly-accessible",
    holds: ({ turns }) => turns("publicly_accessible", false, true),
    message: () => "The database becomes reachable from the internet.",
  },
  {
    code: "security-groups-changed",
    holds: ({ differs }) => differs("vpc_security_group_ids"),
    message: ({ before, after }) =>
      `The security groups change from ${textOf(before("vpc_security_group_ids"))} to ${textOf(after("vpc_security_group_ids"))}.`,
  },
  {
    code: "log-export-off",
    holds: (sides) => lostLogs(sides).length > 0,
    message: (sides) => `The log ${lostLogs(sides).join(", ")} is no longer exported.`,
  },
  {
    code: "master-user-changed",
    holds: ({ differs }) => differs("master_username") || differs("username"),
    message: () => "The master user changes.",
  },
  {
    code: "sharing-changed",
    holds: ({ differs }) => differs("shared_accounts"),
    message: ({ before, after }) =>
      `The snapshot is shared with ${textOf(after("shared_accounts"))} instead of ${textOf(before("shared_accounts"))}.`,
  },
];

function settingFindings(sides: Sides): readonly Finding[] {
  const found = SETTING_RULES.filter(({ holds }) => holds(sides)).map(({ code, message }) =>
    security(code, message(sides)),
  );
  return [...found, ...parameterFindings(sides)];
}

function switchedOff(argument: string, code: string, message: string): SettingRule {
  const holds = (sides: Sides) => sides.before(argument) === true && sides.after(argument) !== true;
  return { code, holds, message: () => message };
}

function lostLogs({ before, after }: Sides): readonly string[] {
  const kept = textsOf(after("enabled_cloudwatch_logs_exports"));
  return textsOf(before("enabled_cloudwatch_logs_exports")).filter((log) => !kept.includes(log));
}

function grows({ before, after }: Sides, argument: string, sign = 1): boolean {
  const [old, now] = [before(argument), after(argument)];
  return typeof old === "number" && typeof now === "number" && (now - old) * sign > 0;
}

/** Parameters that force TLS: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL.html */
const TLS_PARAMETERS = ["rds.force_ssl", "require_secure_transport"];

function parameterFindings({ before, after }: Sides): readonly Finding[] {
  const [old, now] = [parametersOf(before("parameter")), parametersOf(after("parameter"))];
  return TLS_PARAMETERS.filter((name) => isOn(old.get(name)) && !isOn(now.get(name))).map((name) =>
    security("tls-not-forced", `\`${name}\` no longer forces connections to use TLS.`),
  );
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && ["1", "on", "true"].includes(value.toLowerCase());
}

function parametersOf(value: ReviewValue | undefined): ReadonlyMap<string, string> {
  const items = Array.isArray(value) ? (value as readonly Readonly<Record<string, ReviewValue>>[]) : [];
  return new Map(items.map((item) => [textOf(item["name"]), textOf(item["value"])]));
}

function policyFindings({ before, after }: ResourceTransition): readonly Finding[] {
  if (before === undefined || after === undefined) return [];
  return Object.keys(after.arguments)
    .filter(isPolicyArgument)
    .flatMap((argument) => widenings(before.arguments[argument], after.arguments[argument]));
}

/** What a policy allows that it did not, and what it no longer denies. */
function widenings(before: ReviewValue | undefined, after: ReviewValue | undefined): readonly Finding[] {
  if (before === undefined) return [];
  const allowed = rightsOf(before, "Allow");
  const added = rightsOf(after, "Allow").filter((right) => !allowed.some((old) => covers(old, right)));
  const denied = rightsOf(after, "Deny");
  const undenied = rightsOf(before, "Deny").filter((right) => !denied.some((now) => covers(now, right)));
  return [
    ...byPrincipal(added).map(([principal, actions]) =>
      security("policy-widened", `The policy now allows \`${principal}\` ${actions}.`),
    ),
    ...byPrincipal(undenied).map(([principal, actions]) =>
      security("policy-denial-removed", `The policy no longer denies \`${principal}\` ${actions}.`),
    ),
  ];
}

function byPrincipal(rights: readonly PolicyRight[]): readonly (readonly [string, string])[] {
  return sortedUnique(rights.map(({ principal }) => principal)).map((principal) => {
    const actions = rights.filter((right) => right.principal === principal).map(describe);
    return [principal, sortedUnique(actions).join(", ")];
  });
}

function describe({ action, condition }: PolicyRight): string {
  return condition === "" ? action : `${action} (under a condition)`;
}
