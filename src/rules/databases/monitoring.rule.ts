import { suggest } from "../../base/suggest";
import { atKey, type Rule } from "../rule";

/** The logs that are exported are logs of the engine, and what belongs to a switched-off part is refused. */
export const monitoringRule: Rule = ({ spec, catalog, report }) => {
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const available = catalog.engines.get(database.engine)?.logs.available ?? [];
    const path = ["databases", name, "monitoring"];
    const exports = database.monitoring?.logExports;
    for (const [index, log] of (exports ?? []).entries()) {
      const at = [...path, "logExports", index];
      if (!available.includes(log)) {
        const suggestion = suggest(log, available);
        report("databases/unknown-log", { log, engine: database.engine, available, suggestion }, at);
      } else if (exports?.indexOf(log) !== index) report("databases/duplicate-log", { log }, at);
    }
    if (exports?.length !== 0) continue;
    for (const field of ["logRetentionDays", "logKey"] as const) {
      if (database.monitoring?.[field] === undefined) continue;
      report("databases/log-setting-without-logs", { field }, atKey([...path, field]));
    }
  }
};
