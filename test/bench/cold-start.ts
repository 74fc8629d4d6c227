import * as path from "node:path";
import { EXAMPLE, keyspan } from "./keyspan";
import { measureNode, median } from "./measure";
import { row } from "./table";

const RUNS = 9;

/** One example beside a Node that does nothing; in pairs, so that what the machine does meanwhile befalls both. */
export function coldStart(folder: string): string[] {
  const out = path.join(folder, "cold");
  keyspan("emit", EXAMPLE, "--out", out);
  const pairs = Array.from({ length: RUNS }, () => {
    const [ours, nothing] = [keyspan("emit", EXAMPLE, "--out", out), measureNode(["-e", "0"])];
    return { time: ours.seconds / nothing.seconds, memory: ours.megabytes / nothing.megabytes };
  });
  const ratio = (of: "time" | "memory") => median(pairs.map((pair) => pair[of]));
  return [
    row("`keyspan emit` of one example, time", "`node -e 0`", ratio("time"), "≤ 3"),
    row("`keyspan emit` of one example, memory", "`node -e 0`", ratio("memory"), "≤ 2.5"),
  ];
}
