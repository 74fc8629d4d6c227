import { cpSync } from "node:fs";
import * as path from "node:path";
import { EXAMPLE } from "./keyspan";
import { measureNode, median } from "./measure";
import { row } from "./table";

const RUNS = 9;

/**
 * One example beside a Node that does nothing; in pairs, so that what the machine does meanwhile befalls both. A build
 * keeps the code that Node makes of the command; a package brings none along, for it would be another Node's.
 */
export function coldStart(folder: string): string[] {
  const packed = path.join(folder, "packed");
  cpSync("dist", packed, { recursive: true, filter: (file) => path.basename(file) !== "command.cache" });
  const built = measurePairs("dist", folder);
  return [
    row("`keyspan emit` of one example, time", "`node -e 0`", built.time, "≤ 3"),
    row("the same as it is installed", "`node -e 0`", measurePairs(packed, folder).time, "≤ 3"),
    row("`keyspan emit` of one example, memory", "`node -e 0`", built.memory, "≤ 2.5"),
  ];
}

function measurePairs(dist: string, folder: string): { readonly time: number; readonly memory: number } {
  const args = ["emit", EXAMPLE, "--out", path.join(folder, "cold"), "--quiet"];
  const emit = () => measureNode([path.join(path.resolve(dist), "cli.js"), ...args]);
  emit();
  const pairs = Array.from({ length: RUNS }, () => {
    const [ours, nothing] = [emit(), measureNode(["-e", "0"])];
    return { time: ours.seconds / nothing.seconds, memory: ours.megabytes / nothing.megabytes };
  });
  const ratio = (of: "time" | "memory") => median(pairs.map((pair) => pair[of]));
  return { time: ratio("time"), memory: ratio("memory") };
}
