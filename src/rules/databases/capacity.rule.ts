import type { SpecPath } from "../../spec/spec-node";
import type { Rule, RuleContext } from "../rule";

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
      else checkStorage(context, database.storage, [...path, "storage"]);
    }
    if (database.serverless === undefined || engine?.supportsServerless !== true) continue;
    checkServerless(context, database.serverless, [...path, "serverless"]);
    const { globalPrimaryMinimum } = catalog.limits.serverlessCapacity;
    if (planned?.topology === "global-database" && database.serverless.minCapacity < globalPrimaryMinimum) {
      const parameters = { minimum: database.serverless.minCapacity, recommended: globalPrimaryMinimum };
      report("databases/serverless-global-capacity", parameters, [...path, "serverless", "minCapacity"]);
    }
  }
};

type Storage = NonNullable<NonNullable<RuleContext["spec"]["databases"]>[string]["storage"]>;

function checkStorage({ catalog, report }: RuleContext, storage: Storage, path: SpecPath): void {
  const { allocatedGiB, maxAllocatedGiB, iops, throughput } = storage;
  const type = storage.type ?? catalog.defaults.storageType;
  if (maxAllocatedGiB !== undefined && maxAllocatedGiB <= allocatedGiB) {
    report("databases/storage-limit", { maximum: maxAllocatedGiB, allocated: allocatedGiB }, [
      ...path,
      "maxAllocatedGiB",
    ]);
  }
  if (iops === undefined && (type === "io1" || type === "io2")) {
    report("databases/storage-combination", { problem: `storage type ${type} needs iops` }, path);
  }
  if (iops !== undefined && type === "gp2") {
    report("databases/storage-combination", { problem: "iops cannot be set for storage type gp2" }, [
      ...path,
      "iops",
    ]);
  }
  if (throughput !== undefined && type !== "gp3") {
    const problem = `throughput is for storage type gp3, not ${type}`;
    report("databases/storage-combination", { problem }, [...path, "throughput"]);
  }
}

function checkServerless(
  { catalog, report }: RuleContext,
  { minCapacity, maxCapacity }: { readonly minCapacity: number; readonly maxCapacity: number },
  path: SpecPath,
): void {
  const { leastMaximum, maximum, step, ...limits } = catalog.limits.serverlessCapacity;
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
