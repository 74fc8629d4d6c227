import type { SpecPath } from "../../spec/spec-node";
import { related, type Rule, type RuleContext } from "../rule";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;
const WEEK = DAYS.length * DAY;

/** Backup and maintenance windows: well formed, long enough, and apart from each other. */
export const windowsRule: Rule = (context) => {
  for (const [name, { backup, maintenanceWindow }] of Object.entries(context.spec.databases ?? {})) {
    const backupPath: SpecPath = ["databases", name, "backup", "window"];
    const maintenancePath: SpecPath = ["databases", name, "maintenanceWindow"];
    const daily = backup?.window === undefined ? undefined : checkDaily(context, backup.window, backupPath);
    const weekly =
      maintenanceWindow === undefined ? undefined : checkWeekly(context, maintenanceWindow, maintenancePath);
    if (daily === undefined || weekly === undefined || !overlap(daily, weekly)) continue;
    context.report("databases/windows-overlap", {}, maintenancePath, [
      related("the backup window stands here", backupPath),
    ]);
  }
};

/** Minutes from the beginning of the day, or of the week. */
interface Window {
  readonly start: number;
  readonly minutes: number;
}

function checkDaily({ catalog, report }: RuleContext, text: string, path: SpecPath): Window | undefined {
  const parsed = /^([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(text);
  if (parsed === null) {
    report("databases/window-form", { window: text, form: "hh:mm-hh:mm in UTC, such as 02:00-03:00" }, path);
    return undefined;
  }
  const start = toMinutes(parsed[1], parsed[2]);
  const end = toMinutes(parsed[3], parsed[4]);
  return checkLength(
    { start, minutes: (end - start + DAY) % DAY },
    catalog.limits.windowMinutes,
    report,
    text,
    path,
  );
}

function checkWeekly({ catalog, report }: RuleContext, text: string, path: SpecPath): Window | undefined {
  const parsed =
    /^([a-z]{3}):([01][0-9]|2[0-3]):([0-5][0-9])-([a-z]{3}):([01][0-9]|2[0-3]):([0-5][0-9])$/i.exec(text);
  const from = DAYS.indexOf((parsed?.[1] ?? "").toLowerCase());
  const to = DAYS.indexOf((parsed?.[4] ?? "").toLowerCase());
  if (parsed === null || from === -1 || to === -1) {
    report(
      "databases/window-form",
      { window: text, form: "ddd:hh:mm-ddd:hh:mm in UTC, such as sun:04:00-sun:05:00" },
      path,
    );
    return undefined;
  }
  const start = from * DAY + toMinutes(parsed[2], parsed[3]);
  const end = to * DAY + toMinutes(parsed[5], parsed[6]);
  return checkLength(
    { start, minutes: (end - start + WEEK) % WEEK },
    catalog.limits.windowMinutes,
    report,
    text,
    path,
  );
}

function checkLength(
  window: Window,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  report: RuleContext["report"],
  text: string,
  path: SpecPath,
): Window | undefined {
  if (window.minutes >= minimum && window.minutes <= maximum) return window;
  report("databases/window-length", { window: text, minutes: window.minutes, minimum, maximum }, path);
  return undefined;
}

function toMinutes(hours = "0", minutes = "0"): number {
  return Number(hours) * 60 + Number(minutes);
}

/** Whether a window of every day meets one of the week. */
function overlap(daily: Window, weekly: Window): boolean {
  return DAYS.some((_, day) => {
    const start = day * DAY + daily.start;
    // The week is a circle: a window may run over its end.
    return [-WEEK, 0, WEEK].some(
      (shift) =>
        start < weekly.start + shift + weekly.minutes && weekly.start + shift < start + daily.minutes,
    );
  });
}
