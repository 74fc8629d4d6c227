import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { EXAMPLE, keyspan } from "./keyspan";
import { largeSpec } from "./large-spec";
import { median, timeOf } from "./measure";
import { row, sizeRow } from "./table";

const RUNS = 3;

/** What the peers of keyspan's commands take. */
export interface Peers {
  readonly ratios: readonly string[];
  readonly sizes: readonly string[];
}

/** What others do with the same files, or with the same deployment. */
export function peers(folder: string): Peers {
  const spec = path.join(folder, "fleet.yaml");
  writeFileSync(spec, largeSpec(600));
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const out = path.join(folder, `fmt-${run}`);
    const emit = keyspan("emit", spec, "--out", out);
    const fmt = timeOf("terraform", ["fmt", "-check", "-recursive", out]);
    return { out, memory: emit.megabytes, ratio: emit.seconds / fmt };
  });
  const resources = countResources(path.join(runs[0]?.out ?? "", "fleet")).toLocaleString("en");
  return {
    ratios: [
      row(
        `\`emit\` of ${resources} resources`,
        "`terraform fmt -check` of them",
        median(runs.map(({ ratio }) => ratio)),
        "< 0.25",
      ),
      row("`npx cdktf synth --hcl` of one example", "`keyspan emit` of it", cdktfBesideEmit(folder), "≥ 30"),
    ],
    sizes: [
      sizeRow(
        `memory of \`emit\` of ${resources} resources`,
        median(runs.map(({ memory }) => memory)),
        "< 250 MB",
      ),
    ],
  };
}

/** The whole command, as it is typed; its app is the fastest there is for the example. */
function cdktfBesideEmit(folder: string): number {
  const app = `node ${path.resolve("dist/cli.js")} synth ${path.resolve(EXAMPLE)}`;
  const args = ["cdktf", "synth", "--hcl", "--app", app, "--output", path.join(folder, "cdktf.out")];
  const ratios = Array.from({ length: RUNS }, () => {
    const emit = keyspan("emit", EXAMPLE, "--out", path.join(folder, "small")).seconds;
    return timeOf("npx", args, { env: { CHECKPOINT_DISABLE: "1" } }) / emit;
  });
  return median(ratios);
}

function countResources(folder: string): number {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".tf"))
    .reduce(
      (sum, file) => sum + readFileSync(path.join(folder, file), "utf8").split("\nresource ").length - 1,
      0,
    );
}
