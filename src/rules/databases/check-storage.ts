import { oneOf } from "../../base/text";
import type { EngineFacts, ProvisionedRate, SettingRange, StorageTypeFacts } from "../../model/engine";
import type { StorageSpec } from "../../spec/schema/database-parts";
import type { SpecPath } from "../../spec/spec-node";
import type { RuleContext } from "../rule";

/** Storage of an instance: a type that the engine has, with a size and rates that the type takes. */
export function checkStorage(
  { catalog, report, isSetAside }: RuleContext,
  engine: EngineFacts,
  storage: StorageSpec,
  path: SpecPath,
): void {
  // Everything follows from type and size together: of storage that was read in part, nothing.
  if (isSetAside(path)) return;
  const { allocatedGiB, maxAllocatedGiB, iops } = storage;
  const type = storage.type ?? catalog.defaults.storageType;
  const refuse = (problem: string, at: SpecPath) => {
    report("databases/storage-combination", { problem }, at);
  };
  const checkRange = (field: keyof StorageSpec, { minimum, maximum }: SettingRange): boolean => {
    const given = storage[field];
    if (typeof given !== "number" || (given >= minimum && given <= maximum)) return true;
    report("databases/out-of-range", { field, given, minimum, maximum }, [...path, field]);
    return false;
  };
  const checkRate = (field: "iops" | "throughput", rate: ProvisionedRate | undefined): boolean => {
    if (storage[field] === undefined) return true;
    const at = [...path, field];
    if (rate === undefined) {
      const types = [...engine.storageTypes].filter(([, facts]) => facts[field] !== undefined);
      refuse(`${field} is for storage type ${oneOf(types.map(([name]) => name))}, not "${type}"`, at);
    } else if (allocatedGiB < rate.fromGiB) {
      refuse(`below ${rate.fromGiB} GiB, ${engine.name} has no ${field} to choose for ${type}`, at);
    } else return checkRange(field, rate);
    return false;
  };

  const facts = engine.storageTypes.get(type);
  if (facts === undefined)
    return refuse(`${engine.name} does not have storage type ${type}`, [...path, "type"]);
  const hasSize = checkRange("allocatedGiB", facts.allocatedGiB);
  const minimumPercent = catalog.limits.storageGrowth?.minimumPercent ?? 0;
  const least = Math.ceil((allocatedGiB * (100 + minimumPercent)) / 100);
  if (maxAllocatedGiB !== undefined && (maxAllocatedGiB < least || maxAllocatedGiB === allocatedGiB)) {
    const parameters = { maximum: maxAllocatedGiB, allocated: allocatedGiB, least, percent: minimumPercent };
    report("databases/storage-limit", parameters, [...path, "maxAllocatedGiB"]);
  } else checkRange("maxAllocatedGiB", facts.allocatedGiB);
  if (facts.needsIops && iops === undefined) return refuse(`storage type ${type} needs iops`, path);
  const hasIops = checkRate("iops", facts.iops);
  const hasThroughput = checkRate("throughput", facts.throughput);
  if (!hasSize || !hasIops) return;
  const { iopsPerGiB } = facts;
  if (iops !== undefined && iopsPerGiB !== undefined) {
    const fewest = Math.max(Math.ceil(iopsPerGiB.minimum * allocatedGiB), facts.iops?.minimum ?? 0);
    const most = iopsPerGiB.maximum * allocatedGiB;
    if (iops < fewest || iops > most)
      return refuse(`${type} of ${allocatedGiB} GiB takes ${rangeOf(fewest, most)} iops, not ${iops}`, [
        ...path,
        "iops",
      ]);
  }
  if (hasThroughput)
    checkThroughput(storage, type, facts, (problem) => refuse(problem, [...path, "throughput"]));
}

function rangeOf(fewest: number, most: number): string {
  return fewest < most ? `from ${fewest} to ${most}` : `at most ${most}`;
}

/** Throughput goes with IOPS: where none are chosen, with those that the type has anyway. */
function checkThroughput(
  { throughput, iops }: StorageSpec,
  type: string,
  { throughputPerIops, iops: rate }: StorageTypeFacts,
  refuse: (problem: string) => void,
): void {
  const effective = iops ?? rate?.minimum;
  if (throughput === undefined || throughputPerIops === undefined || effective === undefined) return;
  const most = throughputPerIops * effective;
  if (throughput <= most) return;
  const needed = Math.ceil(throughput / throughputPerIops);
  refuse(
    `${type} with ${effective} iops takes at most ${most} MiB/s, not ${throughput}: that needs ${needed} iops`,
  );
}
