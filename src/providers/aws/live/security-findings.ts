import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { policyFindings } from "./policy-findings";
import { sidesOf, textOf, textsOf, type Sides } from "../../common/live/transition";

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
  switchedOff(
    "auto_minor_version_upgrade",
    "minor-upgrades-off",
    "Minor versions, which mend vulnerabilities, are no longer taken by themselves.",
  ),
  switchedOff(
    "manage_master_user_password",
    "password-unmanaged",
    "AWS no longer keeps and rotates the master password.",
  ),
  {
    code: "final-snapshot-off",
    holds: ({ before, after }) =>
      before("skip_final_snapshot") !== true && after("skip_final_snapshot") === true,
    message: () => "When it is destroyed one day, no final snapshot is taken any more.",
  },
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
    holds: ({ before, after }) =>
      before("publicly_accessible") !== true && after("publicly_accessible") === true,
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
