/** A daily window as it is written: `02:00-03:00`. */
export interface DailyWindow {
  readonly start: string;
  readonly startHour: number;
  readonly seconds: number;
}

const MINUTES_OF_DAY = 24 * 60;

/** Takes a daily window apart; the rules have seen to its form. */
export function parseDailyWindow(text: string): DailyWindow {
  const [start = "00:00", end = "00:00"] = text.split("-");
  const minutes = (minutesOf(end) - minutesOf(start) + MINUTES_OF_DAY) % MINUTES_OF_DAY;
  return { start, startHour: Number(start.slice(0, 2)), seconds: minutes * 60 };
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** Days of the week as AlloyDB writes them, Monday first: Cloud SQL counts them from 1. */
export const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"] as const;

/** When a weekly window begins: the place of its day in {@link DAYS}, and the hour. */
export function parseWeeklyWindow(text: string): { readonly day: number; readonly hour: number } {
  const day = text.slice(0, 3).toUpperCase();
  return { day: DAYS.findIndex((name) => name.startsWith(day)), hour: Number(text.slice(4, 6)) };
}
