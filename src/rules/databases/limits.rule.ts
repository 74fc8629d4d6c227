import type { SpecPath } from "../../spec/spec-node";
import type { Rule, RuleContext } from "../rule";

/** Numbers of databases that the provider bounds, or takes from a list. */
export const databaseLimitsRule: Rule = (context) => {
  const { spec, catalog } = context;
  const { limits } = catalog;
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const { monitoring, backup, port } = database;
    const path = (...field: string[]): SpecPath => ["databases", name, ...field];
    const engine = catalog.engines.get(database.engine);
    const form = engine?.form ?? "instance";
    const insights = monitoring?.performanceInsights;
    checkRange(context, port, limits.port, path("port"));
    if (port !== undefined && engine?.reservedPorts.includes(port) === true) {
      context.report("databases/reserved-port", { port, engine: engine.name }, path("port"));
    }
    checkRange(
      context,
      backup?.retentionDays,
      limits.backupRetentionDays[form],
      path("backup", "retentionDays"),
    );
    checkRange(context, database.backtrackHours, limits.backtrackHours, path("backtrackHours"));
    checkChoice(
      context,
      monitoring?.enhancedSeconds,
      limits.enhancedMonitoringSeconds,
      path("monitoring", "enhancedSeconds"),
    );
    checkChoice(
      context,
      monitoring?.logRetentionDays,
      limits.logRetentionDays,
      path("monitoring", "logRetentionDays"),
    );
    checkChoice(
      context,
      insights === false ? undefined : insights?.retentionDays,
      limits.insightsRetentionDays,
      path("monitoring", "performanceInsights", "retentionDays"),
    );
  }
};

function checkRange(
  { report }: RuleContext,
  given: number | undefined,
  limit: { readonly minimum: number; readonly maximum: number } | undefined,
  path: SpecPath,
): void {
  if (given === undefined || limit === undefined) return;
  const { minimum, maximum } = limit;
  if (given >= minimum && given <= maximum) return;
  report("databases/out-of-range", { field: String(path.at(-1)), given, minimum, maximum }, path);
}

function checkChoice(
  { report }: RuleContext,
  given: number | undefined,
  choice: { readonly values: readonly number[] } | undefined,
  path: SpecPath,
): void {
  if (given === undefined || choice === undefined || choice.values.includes(given)) return;
  report("databases/not-a-choice", { field: String(path.at(-1)), given, values: choice.values }, path);
}
