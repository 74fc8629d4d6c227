import { spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { performance } from "node:perf_hooks";

/** What a process took. */
export interface Measured {
  readonly seconds: number;
  /** Of the processors, all threads together: what else the machine does disturbs it least. */
  readonly cpuSeconds: number;
  /** The most memory that it had at a time, in MiB. */
  readonly megabytes: number;
}

/** How a command is run. */
export interface RunOptions {
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command of Node to its end, and measures it. Its exit code may be 2, which says that something differs. */
export function measureNode(args: readonly string[], options: RunOptions = {}): Measured {
  const report = path.join(tmpdir(), `keyspan-bench-${process.pid}.json`);
  const probe = `process.on("exit", () => require("fs").writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())))`;
  const file = `${report}.cjs`;
  writeFileSync(file, probe);
  try {
    const seconds = timeOf(process.execPath, ["--require", file, ...args], options);
    const usage = JSON.parse(readFileSync(report, "utf8")) as NodeJS.ResourceUsage;
    return {
      seconds,
      cpuSeconds: (usage.userCPUTime + usage.systemCPUTime) / 1e6,
      megabytes: usage.maxRSS / 1024,
    };
  } finally {
    rmSync(file, { force: true });
    rmSync(report, { force: true });
  }
}

/** How long a command runs, in seconds. */
export function timeOf(command: string, args: readonly string[], { env }: RunOptions = {}): number {
  const start = performance.now();
  const { status, error, stderr } = spawnSync(command, args, {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - start) / 1000;
  if (error !== undefined) throw error;
  if (status !== 0 && status !== 2)
    throw new Error(`${command} ${args.join(" ")} ended with ${String(status)}: ${stderr.toString()}`);
  return seconds;
}

/** The middle one of an odd number of values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
