import type { StorageTypeFacts } from "../../../src/model/engine";
import { limits } from "../../../src/providers/aws/catalog/limits";
import type { DatabaseSubject } from "./databases";
import type { Draw } from "./draw";

/** Storage of a type that the engine has, with a size and rates that the type takes. */
export function storage(draw: Draw, types: ReadonlyMap<string, StorageTypeFacts>): object {
  const [type, facts] = draw.one([...types]);
  const { minimum, maximum } = facts.allocatedGiB;
  const allocatedGiB = draw.integer(minimum, Math.min(maximum, 2000));
  const { iops, throughput, needsIops, iopsPerGiB, throughputPerIops = Infinity } = facts;
  const least = Math.max(iops?.minimum ?? 0, Math.ceil((iopsPerGiB?.minimum ?? 0) * allocatedGiB));
  const most = Math.min(iops?.maximum ?? 0, (iopsPerGiB?.maximum ?? Infinity) * allocatedGiB);
  const hasIops = iops !== undefined && allocatedGiB >= iops.fromGiB && least <= most;
  const hasThroughput = throughput !== undefined && allocatedGiB >= throughput.fromGiB;
  const chosen = hasIops && (needsIops || draw.chance(2)) ? { iops: draw.integer(least, most) } : {};
  const mostThroughput = throughputPerIops * (chosen.iops ?? iops?.minimum ?? Infinity);
  return {
    allocatedGiB,
    ...(type === "gp3" ? draw.maybe("type", 2, () => type) : { type }),
    ...draw.maybe("maxAllocatedGiB", 3, () => draw.integer(Math.ceil(allocatedGiB * 1.1), maximum)),
    ...chosen,
    ...(hasThroughput
      ? draw.maybe("throughput", 2, () =>
          draw.integer(throughput.minimum, Math.floor(Math.min(throughput.maximum, mostThroughput))),
        )
      : {}),
  };
}

/** A daily and a weekly window; one is before noon, the other after. */
export function windows(draw: Draw): object {
  const hour = (from: number, to: number) => String(draw.integer(from, to)).padStart(2, "0");
  const day = draw.one(["mon", "Tue", "SUN"]);
  const [morning, evening] = [hour(0, 10), hour(13, 22)];
  return {
    ...draw.maybe("maintenanceWindow", 3, () => `${day}:${evening}:00-${day}:${evening}:45`),
    ...(draw.chance(3) ? { backup: undefined, ...dailyWindow(morning) } : {}),
  };
}

function dailyWindow(hour: string): object {
  return { backup: { retentionDays: 7, window: `${hour}:15-${hour}:59` } };
}

/** Monitoring, with key sets that can serve it. */
export function monitoring(draw: Draw, { engine, keySet, candidates }: DatabaseSubject): object {
  const named = (purpose: "logs" | "database") =>
    candidates.filter(
      ({ purposes, strategy }) =>
        purposes.includes(purpose) && strategy !== "aws-owned" && strategy !== "aws-managed",
    );
  const insightsKeys = named("database");
  const logKeys = named("logs");
  const hasLogs = !draw.chance(4);
  return {
    ...draw.maybe("enhancedSeconds", 2, () => draw.one(limits.enhancedMonitoringSeconds.values)),
    ...(engine.supportsInsights("db.r6g.large")
      ? draw.maybe("performanceInsights", 2, () =>
          draw.chance(3)
            ? false
            : {
                ...draw.maybe("retentionDays", 2, () => draw.one(limits.insightsRetentionDays.values)),
                ...(insightsKeys.length > 0 ? draw.maybe("key", 2, () => draw.one(insightsKeys).name) : {}),
              },
        )
      : {}),
    ...(hasLogs
      ? {
          ...draw.maybe("logExports", 2, () => draw.some(engine.logs.available, 1)),
          ...draw.maybe("logRetentionDays", 2, () => draw.one(limits.logRetentionDays.values)),
          ...(logKeys.length > 0 && keySet.strategy !== "aws-owned"
            ? draw.maybe("logKey", 2, () => draw.one(logKeys).name)
            : {}),
        }
      : { logExports: [] }),
  };
}
