import type { ProviderLimits } from "../../model/provider-catalog";
import type { SpecPath } from "../../spec/spec-node";
import type { Rule, RuleContext } from "../rule";
import { checkStorage } from "./check-storage";

/** Storage of instances and capacity of serverless clusters: there, in range and free of contradictions. */
export const capacityRule: Rule = (context) => {
  const { spec, resolved, catalog, report } = context;
  for (const [name, database] of Object.entries(spec.databases ?? {})) {
    const engine = catalog.engines.get(database.engine);
    const planned = resolved.databases.get(name);
    const path: SpecPath = ["databases", name];
    if (engine?.form === "instance" && engine.topologies.includes(database.topology)) {
      if (database.storage === undefined)
        report("databases/storage-missing", { database: name }, [...path, "storage"]);
      else checkStorage(context, engine, database.storage, [...path, "storage"]);
    }
    const limit = catalog.limits.serverlessCapacity;
    if (database.serverless === undefined || engine?.supportsServerless !== true || limit === undefined)
      continue;
    checkServerless(context, limit, database.serverless, [...path, "serverless"]);
    const { globalPrimaryMinimum } = limit;
    if (planned?.topology === "global-database" && database.serverless.minCapacity < globalPrimaryMinimum) {
      const parameters = { minimum: database.serverless.minCapacity, recommended: globalPrimaryMinimum };
      report("databases/serverless-global-capacity", parameters, [...path, "serverless", "minCapacity"]);
    }
  }
};

function checkServerless(
  { report }: RuleContext,
  { leastMaximum, maximum, step, ...limits }: NonNullable<ProviderLimits["serverlessCapacity"]>,
  { minCapacity, maxCapacity }: { readonly minCapacity: number; readonly maxCapacity: number },
  path: SpecPath,
): void {
  for (const [field, given] of Object.entries({ minCapacity, maxCapacity })) {
    const at = [...path, field];
    const minimum = field === "maxCapacity" ? leastMaximum : limits.minimum;
    if (given < minimum || given > maximum)
      report("databases/out-of-range", { field, given, minimum, maximum }, at);
    else if (given % step !== 0) report("databases/serverless-step", { field, given, step }, at);
  }
  if (maxCapacity < minCapacity && maxCapacity >= leastMaximum) {
    report("databases/serverless-order", { minimum: minCapacity, maximum: maxCapacity }, [
      ...path,
      "maxCapacity",
    ]);
  }
}
