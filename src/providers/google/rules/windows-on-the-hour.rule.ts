import type { Rule } from "../../../rules/rule";
import { engines } from "../catalog/catalog";

const TITLES = { "cloud-sql": "Cloud SQL", alloydb: "AlloyDB" } as const;

/** Whether a window, of a day or of a week, begins with minutes. */
const WITHIN_AN_HOUR = /^(?:[A-Za-z]{3}:)?[0-9]{2}:(?!00)[0-5][0-9]-/;

/** Maintenance begins on the hour, and backups of AlloyDB do. */
export const windowsOnTheHourRule: Rule = ({ spec, report }) => {
  for (const [name, { engine, backup, maintenanceWindow }] of Object.entries(spec.databases ?? {})) {
    const product = engines.get(engine)?.product;
    if (product === undefined) continue;
    const check = (window: string | undefined, ...field: string[]) => {
      if (window === undefined || !WITHIN_AN_HOUR.test(window)) return;
      report("databases/window-hours", { window, product: TITLES[product] }, ["databases", name, ...field]);
    };
    check(maintenanceWindow, "maintenanceWindow");
    if (product === "alloydb") check(backup?.window, "backup", "window");
  }
};
