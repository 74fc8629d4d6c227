import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { writeSection } from "../support/write-section";
import { coldStart } from "./cold-start";
import { growth } from "./growth";
import { handWritten } from "./hand-written";
import { peers } from "./peers";
import { sizes } from "./sizes";
import { RATIOS, SIZES } from "./table";

/*
 * `npm run bench`: how long keyspan takes beside something that everybody has, in one run on one machine. Absolute times
 * say little, so only ratios are kept, in docs/performance.md; sizes are what they are everywhere. It needs terraform,
 * and cdktf-cli of the devDependencies.
 */

/** Runs everything, prints the tables, and writes them to docs/performance.md. */
export async function run(root: string): Promise<void> {
  process.chdir(root);
  const folder = mkdtempSync(path.join(tmpdir(), "keyspan-bench-"));
  try {
    const write = async (section: string, lines: readonly string[]) => {
      process.stdout.write(`${lines.join("\n")}\n\n`);
      await writeSection(path.join(root, "docs/performance.md"), section, lines);
    };
    const cold = coldStart(folder);
    const others = peers(folder);
    await write("peers", [...RATIOS, ...cold, ...others.ratios, ...handWritten(folder)]);
    await write("sizes", [...SIZES, ...others.sizes, ...sizes(root)]);
    await write("growth", [...RATIOS, ...growth(folder)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
