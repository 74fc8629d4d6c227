import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { writeSection } from "../support/write-section";
import { largeSpec } from "./large-spec";
import { measureNode, median, timeOf, type Measured } from "./measure";

/*
 * `npm run bench`: how long keyspan takes beside something that everybody has, in one run on one machine. Absolute times
 * say little, so only ratios are kept, in docs/performance.md. It needs terraform, and cdktf-cli of the devDependencies.
 */

const EXAMPLE = "examples/aurora-global-per-region-keys.yaml";
const SIZES = [60, 600, 6000] as const;
const COLD_RUNS = 7;

/** Runs everything, prints the table, and writes it to docs/performance.md. */
export async function run(root: string): Promise<void> {
  process.chdir(root);
  const folder = mkdtempSync(path.join(tmpdir(), "keyspan-bench-"));
  try {
    const rows = [...coldStart(folder), ...growth(folder), ...peers(folder)];
    const lines = ["| what | beside | ratio |", "| --- | --- | --- |", ...rows];
    process.stdout.write(`${lines.join("\n")}\n`);
    await writeSection(path.join(root, "docs/performance.md"), "bench", lines);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function keyspan(...args: readonly string[]): Measured {
  return measureNode([path.join("dist", "cli.js"), ...args, "--quiet"]);
}

/** Pairs, one after the other, so that what the machine does meanwhile befalls both. */
function coldStart(folder: string): string[] {
  const out = path.join(folder, "cold");
  keyspan("emit", EXAMPLE, "--out", out);
  const pairs = Array.from({ length: COLD_RUNS }, () => {
    const [ours, nothing] = [keyspan("emit", EXAMPLE, "--out", out), measureNode(["-e", "0"])];
    return { time: ours.seconds / nothing.seconds, memory: ours.megabytes / nothing.megabytes };
  });
  return [
    row("`keyspan emit` of one example, time", "`node -e 0`", median(pairs.map(({ time }) => time))),
    row("`keyspan emit` of one example, memory", "`node -e 0`", median(pairs.map(({ memory }) => memory))),
  ];
}

/** The same with ten times the databases, each in four Regions. */
function growth(folder: string): string[] {
  const commands = ["validate", "emit", "check", "diff"] as const;
  const times = new Map<string, number>();
  for (const size of SIZES) {
    const spec = path.join(folder, `fleet-${size}.yaml`);
    writeFileSync(spec, largeSpec(size));
    const out = ["--out", path.join(folder, `out-${size}`)];
    for (const command of commands)
      times.set(`${command} ${size}`, keyspan(command, spec, ...(command === "validate" ? [] : out)).seconds);
  }
  const ratio = (command: string, more: number, less: number) =>
    (times.get(`${command} ${more}`) ?? NaN) / (times.get(`${command} ${less}`) ?? NaN);
  return commands.flatMap((command) => [
    row(`\`${command}\` of 600 databases`, `\`${command}\` of 60`, ratio(command, 600, 60)),
    row(`\`${command}\` of 6,000 databases`, `\`${command}\` of 600`, ratio(command, 6000, 600)),
  ]);
}

/** What others do with the same deployment. */
function peers(folder: string): string[] {
  const out = path.join(folder, "out-600");
  const spec = path.join(folder, "fleet-600.yaml");
  rmSync(out, { recursive: true, force: true });
  const emit = keyspan("emit", spec, "--out", out).seconds;
  const resources = countResources(path.join(out, "fleet"));
  const fmt = timeOf("terraform", ["fmt", "-check", "-recursive", out]);
  const small = keyspan("emit", EXAMPLE, "--out", path.join(folder, "small")).seconds;
  const cli = path.resolve("node_modules/.bin/cdktf");
  const app = `node ${path.resolve("dist/cli.js")} synth ${path.resolve(EXAMPLE)}`;
  writeFileSync(path.join(folder, "cdktf.json"), JSON.stringify({ language: "typescript", app }));
  const cdktf = timeOf(cli, ["synth", "--hcl"], folder);
  return [
    row(
      `\`emit\` of ${resources.toLocaleString("en")} resources`,
      "`terraform fmt -check` of them",
      emit / fmt,
    ),
    row("`npx cdktf synth --hcl` of one example", "`keyspan emit` of it", cdktf / small),
  ];
}

function countResources(folder: string): number {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tf"))
    .reduce(
      (sum, file) => sum + readFileSync(path.join(folder, file), "utf8").split("\nresource ").length - 1,
      0,
    );
}

function row(what: string, beside: string, ratio: number): string {
  return `| ${what} | ${beside} | ${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(0)} |`;
}
