import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { keyspan } from "./keyspan";
import { largeSpec } from "./large-spec";
import { row } from "./table";

const SIZES = [60, 600, 6000] as const;

const COMMANDS = ["validate", "emit", "check", "diff"] as const;

/**
 * The same with ten times the databases, each in four Regions, by the time of the processors; what is reviewed is another
 * class of every instance.
 */
export function growth(folder: string): string[] {
  const times = new Map<string, number>();
  for (const databases of SIZES) {
    const spec = path.join(folder, `fleet-${databases}.yaml`);
    writeFileSync(spec, largeSpec(databases));
    const out = ["--out", path.join(folder, `out-${databases}`)];
    for (const command of COMMANDS) {
      if (command === "diff") changeClasses(spec);
      const { cpuSeconds } = keyspan(command, spec, ...(command === "validate" ? [] : out));
      times.set(`${command} ${databases}`, cpuSeconds);
    }
  }
  const ratio = (command: string, more: number, less: number) =>
    (times.get(`${command} ${more}`) ?? NaN) / (times.get(`${command} ${less}`) ?? NaN);
  return COMMANDS.flatMap((command) => [
    row(`\`${command}\` of 600 databases`, `\`${command}\` of 60`, ratio(command, 600, 60), "≤ 11"),
    row(`\`${command}\` of 6,000 databases`, `\`${command}\` of 600`, ratio(command, 6000, 600), "≤ 11"),
  ]);
}

function changeClasses(spec: string): void {
  writeFileSync(spec, readFileSync(spec, "utf8").replaceAll("db.r6g.large", "db.r6g.xlarge"));
}
