import * as fs from "node:fs";
import * as path from "node:path";
import { createDisk } from "../../src/cli/disk";
import { CHANGES } from "../support/faults/changes";
import type { Fault } from "../support/faults/faulty-file-system";
import { holdThroughFault, setUp } from "../support/faults/hold-folder";
import { runStruck } from "../support/faults/run";
import { inScratchFolder, writeFiles } from "../support/faults/scratch-folder";
import { runOnDisk } from "../support/run-on-disk";

/*
 * An emit that is struck at its operations of the disk. `npm run test:faults` strikes at every one of them, in every
 * way, and kills real processes.
 */

const FAULTS: readonly (readonly [string, Fault])[] = [
  ["that is killed", { kind: "death" }],
  ["on a disk that is full", { kind: "refusal", code: "ENOSPC", lasts: true }],
];

/** How often an emit is struck, at operations that are spread over the whole. */
const STRIKES = 5;

test.each(
  FAULTS.flatMap(([how, fault]) => CHANGES.map((change) => [change.title, how, fault, change] as const)),
)("%s %s leaves nothing that is not told and mended", async (_, __, fault, change) => {
  await inScratchFolder(async (folder) => {
    const stage = await setUp(folder, change);
    stage.reset();
    const { operations } = await runStruck(stage.args("emit", "after"));
    const step = Math.floor(operations / (STRIKES + 1));
    for (let at = step; at < operations; at += step)
      await holdThroughFault(stage, { at, fault }, at % 2 === 0 ? "before" : "after", { at: at - 1, fault });
  });
});

test("what killed runs left goes before the manifest that knows where it is", async () => {
  await inScratchFolder(async (folder) => {
    const out = path.join(folder, "out");
    const left = path.join(out, "orders/gone/.keys.tf.4711.keyspan-tmp");
    const pending = { "gone/keys.tf": "0".repeat(64) };
    writeFiles(folder, { "orders.yaml": CHANGES[0]?.after ?? "" });
    writeFiles(out, {
      "orders/.keyspan.json": JSON.stringify({ keyspan: 1, files: {}, pending }),
      "orders/gone/.keys.tf.4711.keyspan-tmp": "half",
    });
    const touched: string[] = [];
    const disk = createDisk();
    const { exitCode } = await runOnDisk(["emit", path.join(folder, "orders.yaml"), "--out", out], {
      writeFile: (file, content) => {
        touched.push(file);
        disk.writeFile(file, content);
      },
      writeFiles: (files) => {
        touched.push(...files.map(({ file }) => file));
        return disk.writeFiles(files);
      },
      removeFile: (file, root) => {
        touched.push(file);
        disk.removeFile(file, root);
      },
    });
    expect(exitCode).toBe(0);
    // The run's own claim comes before.
    expect(touched.slice(1, 3)).toEqual([left, path.join(out, "orders/.keyspan.json")]);
    expect(fs.existsSync(path.dirname(left))).toBe(false);
  });
});

test("a disk that is full is told with the file, as output/unwritable", async () => {
  await inScratchFolder(async (folder) => {
    const [change] = CHANGES;
    if (change === undefined) throw new Error("there are changes");
    const stage = await setUp(folder, change);
    stage.reset();
    const struck = { at: 100, fault: { kind: "refusal", code: "ENOSPC", lasts: true } } as const;
    const { exitCode, err } = await runStruck(stage.args("emit", "after"), struck);
    expect(exitCode).toBe(1);
    expect(err).toContain("error output/unwritable: this cannot be written: no space is left on the disk\n");
  });
});
