import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { sidesOf, textOf, type Sides } from "../../common/live/transition";

/** What makes a live system less safe, or changes what protects it. */
export function securityFindings(transition: ResourceTransition): readonly Finding[] {
  const { type } = transition.after ?? transition.before ?? {};
  const sides = sidesOf(transition, UNSET[type ?? ""] ?? {});
  if (!sides.stays) return [];
  return SETTING_RULES.filter(({ holds }) => holds(sides)).map(({ code, message }) => ({
    kind: "security",
    code,
    message: message(sides),
  }));
}

const PROTECTED = { deletion_protection: true };

const UNSET: Readonly<Record<string, Readonly<Record<string, ReviewValue>>>> = {
  google_alloydb_cluster: PROTECTED,
  google_sql_database_instance: { ...PROTECTED, "settings.ip_configuration.ipv4_enabled": true },
};

/** A setting whose change weakens what protects a system. */
interface SettingRule {
  readonly code: string;
  readonly holds: (sides: Sides) => boolean;
  readonly message: (sides: Sides) => string;
}

/** Keys that are not fixed when their databases are created. */
const BACKUP_KEYS = [
  "automated_backup_policy.encryption_config.kms_key_name",
  "continuous_backup_config.encryption_config.kms_key_name",
];
/** From the least to the most that a connection must prove. */
const SSL_MODES = [
  "ALLOW_UNENCRYPTED_AND_ENCRYPTED",
  "ENCRYPTED_ONLY",
  "TRUSTED_CLIENT_CERTIFICATE_REQUIRED",
];
const SSL_ARGUMENTS = ["settings.ip_configuration.ssl_mode", "client_connection_config.ssl_config.ssl_mode"];

const SETTING_RULES: readonly SettingRule[] = [
  switchedOff(
    "deletion_protection",
    "protection-off",
    "`deletion_protection` is switched off: Terraform may delete it.",
  ),
  switchedOff(
    "settings.deletion_protection_enabled",
    "service-protection-off",
    "`settings.deletion_protection_enabled` is switched off: whoever has the right may delete it, by any way.",
  ),
  switchedOff(
    "settings.final_backup_config.enabled",
    "final-backup-off",
    "When it is deleted one day, no final backup is taken any more.",
  ),
  switchedOff(
    "settings.retain_backups_on_delete",
    "backups-not-retained",
    "When it is deleted one day, its backups go with it.",
  ),
  switchedOff(
    "client_connection_config.require_connectors",
    "connectors-not-required",
    "Clients may connect without the AlloyDB connectors.",
  ),
  {
    code: "rotation-off",
    holds: ({ type, before, after }) =>
      type === "google_kms_crypto_key" &&
      before("rotation_period") !== undefined &&
      after("rotation_period") === undefined,
    message: () => "Automatic rotation of the key ends.",
  },
  {
    code: "rotation-slower",
    holds: ({ before, after }) => daysOf(after("rotation_period")) > daysOf(before("rotation_period")),
    message: ({ before, after }) =>
      `The key rotates every ${daysOf(after("rotation_period"))} days instead of ${daysOf(before("rotation_period"))}.`,
  },
  ...SSL_ARGUMENTS.map((name): SettingRule => ({
    code: "tls-weakened",
    holds: ({ before, after }) => rankOf(after(name)) < rankOf(before(name)),
    message: ({ before, after }) =>
      `Connections must prove less: from ${textOf(before(name))} to ${textOf(after(name))}.`,
  })),
  ...["settings.ip_configuration.ipv4_enabled", "network_config.enable_public_ip"].map(
    (name): SettingRule => ({
      code: "publicly-accessible",
      holds: ({ before, after }) => before(name) !== true && after(name) === true,
      message: () => "The database gets an address that the internet reaches.",
    }),
  ),
  {
    code: "authorized-networks-changed",
    holds: ({ differs }) => differs("settings.ip_configuration.authorized_networks"),
    message: () => "Other networks may connect to its public address.",
  },
  ...["settings.ip_configuration.private_network", "network_config.network"].map((name): SettingRule => ({
    code: "network-changed",
    holds: ({ differs }) => differs(name),
    message: ({ before, after }) =>
      `The network changes from ${textOf(before(name))} to ${textOf(after(name))}.`,
  })),
  ...BACKUP_KEYS.map((name): SettingRule => ({
    code: "encryption-key-changed",
    holds: ({ differs }) => differs(name),
    message: ({ before, after }) =>
      `\`${name}\` changes from \`${textOf(before(name))}\` to \`${textOf(after(name))}\`: backups that there are keep the key they were encrypted with.`,
  })),
  {
    code: "algorithm-changed",
    holds: ({ differs }) => differs("version_template.algorithm"),
    message: ({ before, after }) =>
      `New versions of the key use ${textOf(after("version_template.algorithm"))} instead of ${textOf(before("version_template.algorithm"))}; those that there are stay.`,
  },
  {
    code: "protection-level-changed",
    holds: ({ differs }) => differs("version_template.protection_level"),
    message: ({ before, after }) =>
      `The protection level goes from ${textOf(before("version_template.protection_level"))} to ${textOf(after("version_template.protection_level"))}, which takes another key.`,
  },
  {
    code: "master-user-changed",
    holds: ({ type, differs }) =>
      (type === "google_sql_user" && differs("name")) || differs("initial_user.user"),
    message: () => "The user that the spec names changes.",
  },
];

function switchedOff(argument: string, code: string, message: string): SettingRule {
  const holds = (sides: Sides) => sides.before(argument) === true && sides.after(argument) !== true;
  return { code, holds, message: () => message };
}

const DAY = 86_400;

/** The days of a duration; not a number where there is none. */
function daysOf(value: ReviewValue | undefined): number {
  return typeof value === "string" ? Number.parseInt(value, 10) / DAY : Number.NaN;
}

/** Not a number for what is not given: it is not weaker. */
function rankOf(value: ReviewValue | undefined): number {
  const rank = typeof value === "string" ? SSL_MODES.indexOf(value) : -1;
  return rank < 0 ? Number.NaN : rank;
}
