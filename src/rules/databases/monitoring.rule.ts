import { suggest } from "../../base/suggest";
import type { SpecPath } from "../../spec/spec-node";
import { atKey, related, type Rule, type RuleContext } from "../rule";

/** The logs that are exported are logs of the engine, and what belongs to a switched-off part is refused. */
export const monitoringRule: Rule = (context) => {
  const { spec, catalog, report } = context;
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const engine = catalog.engines.get(database.engine);
    const path = ["databases", name, "monitoring"];
    const exports = database.monitoring?.logExports;
    if (engine !== undefined) {
      checkLogs(context, exports ?? [], { engine: engine.name, available: engine.logs.available }, [
        ...path,
        "logExports",
      ]);
    }
    if (exports?.length !== 0) continue;
    for (const field of ["logRetentionDays", "logKey"] as const) {
      if (database.monitoring?.[field] === undefined) continue;
      report("databases/log-setting-without-logs", { field }, atKey([...path, field]));
    }
  }
};

interface Logs {
  readonly engine: string;
  readonly available: readonly string[];
}

function checkLogs(
  { report }: RuleContext,
  exports: readonly string[],
  { engine, available }: Logs,
  path: SpecPath,
): void {
  for (const [index, log] of exports.entries()) {
    const at = [...path, index];
    const first = exports.indexOf(log);
    if (!available.includes(log)) {
      report("databases/unknown-log", { log, engine, available, suggestion: suggest(log, available) }, at);
    } else if (first !== index) {
      report("databases/duplicate-log", { log }, at, [related("it stands here first", [...path, first])]);
    }
  }
}
