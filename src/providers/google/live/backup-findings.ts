import type { Finding, ResourceTransition, ReviewValue } from "../../../terraform/live-behaviour";
import { sidesOf, type Sides } from "../../common/live/transition";

/** Backups that end, or are kept for a shorter time. */
export function backupFindings(transition: ResourceTransition): readonly Finding[] {
  const sides = sidesOf(transition, { "continuous_backup_config.enabled": true });
  if (!sides.stays) return [];
  const off = SWITCHES.filter(
    ([argument]) => sides.before(argument) === true && sides.after(argument) !== true,
  );
  const shorter = RETENTIONS.filter(
    ({ argument, read }) => read(sides.after(argument)) < read(sides.before(argument)),
  );
  return [
    ...off.map(([, what]) => shortened(`${what} is switched off.`)),
    ...shorter.map((retention) => shortened(sayShorter(retention, sides))),
  ];
}

function shortened(message: string): Finding {
  return { kind: "data-loss", code: "backups-shortened", message };
}

const CLOUD_SQL = "settings.backup_configuration";

const SWITCHES: readonly (readonly [argument: string, what: string])[] = [
  [`${CLOUD_SQL}.enabled`, "The daily backup"],
  [`${CLOUD_SQL}.point_in_time_recovery_enabled`, "Recovery to a point in time"],
  [`${CLOUD_SQL}.binary_log_enabled`, "The binary log, and with it recovery to a point in time,"],
  ["continuous_backup_config.enabled", "The continuous backup, and with it recovery to a point in time,"],
  ["automated_backup_policy.enabled", "The automated backup"],
];

interface Retention {
  readonly argument: string;
  readonly what: string;
  readonly unit: string;
  readonly read: (value: ReviewValue | undefined) => number;
}

const DAY = 86_400;
const number = (value: ReviewValue | undefined) => (typeof value === "number" ? value : Number.NaN);
const duration = (value: ReviewValue | undefined) =>
  typeof value === "string" ? Number.parseInt(value, 10) / DAY : Number.NaN;

const RETENTIONS: readonly Retention[] = [
  {
    argument: `${CLOUD_SQL}.backup_retention_settings.retained_backups`,
    what: "Backups",
    unit: "backups",
    read: number,
  },
  {
    argument: `${CLOUD_SQL}.transaction_log_retention_days`,
    what: "Transaction logs",
    unit: "days",
    read: number,
  },
  {
    argument: "continuous_backup_config.recovery_window_days",
    what: "Continuous backups",
    unit: "days",
    read: number,
  },
  {
    argument: "automated_backup_policy.time_based_retention.retention_period",
    what: "Automated backups",
    unit: "days",
    read: duration,
  },
];

function sayShorter({ argument, what, unit, read }: Retention, { before, after }: Sides): string {
  const [old, now] = [read(before(argument)), read(after(argument))];
  return unit === "backups"
    ? `${now} backups are kept instead of ${old}: older ones are deleted.`
    : `${what} are kept for ${now} ${unit} instead of ${old}: older ones are deleted.`;
}
