import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { keyspan } from "./keyspan";
import { largeSpec } from "./large-spec";
import { best } from "./measure";
import { row } from "./table";

/** How many databases, and how often each is measured: what is short is disturbed most. */
const SIZES = [
  { databases: 60, runs: 3 },
  { databases: 600, runs: 3 },
  { databases: 6000, runs: 1 },
] as const;

const COMMANDS = ["validate", "emit", "check", "diff"] as const;

/** The same with ten times the databases, each in four Regions; what is reviewed is another class of every instance. */
export function growth(folder: string): string[] {
  const times = new Map<string, number>();
  for (const { databases, runs } of SIZES) {
    const spec = path.join(folder, `fleet-${databases}.yaml`);
    writeFileSync(spec, largeSpec(databases));
    for (const command of COMMANDS) {
      if (command === "diff") changeClasses(spec);
      const measure = (run: number) =>
        keyspan(command, spec, ...outOf(command, folder, databases, run)).seconds;
      times.set(`${command} ${databases}`, best(runs, measure));
    }
  }
  const ratio = (command: string, more: number, less: number) =>
    (times.get(`${command} ${more}`) ?? NaN) / (times.get(`${command} ${less}`) ?? NaN);
  return COMMANDS.flatMap((command) => [
    row(`\`${command}\` of 600 databases`, `\`${command}\` of 60`, ratio(command, 600, 60), "≤ 11"),
    row(`\`${command}\` of 6,000 databases`, `\`${command}\` of 600`, ratio(command, 6000, 600), "≤ 11"),
  ]);
}

/** Every run of `emit` has a folder of its own, that it writes all of; the others read the first. */
function outOf(command: (typeof COMMANDS)[number], folder: string, databases: number, run: number): string[] {
  if (command === "validate") return [];
  return ["--out", path.join(folder, `out-${databases}-${command === "emit" ? run : 0}`)];
}

function changeClasses(spec: string): void {
  writeFileSync(spec, readFileSync(spec, "utf8").replaceAll("db.r6g.large", "db.r6g.xlarge"));
}
