import { CHANGES } from "../support/faults/changes";
import type { Fault } from "../support/faults/faulty-file-system";
import { holdThroughFault, setUp } from "../support/faults/hold-folder";
import { runStruck } from "../support/faults/run";
import { inScratchFolder } from "../support/faults/scratch-folder";

/*
 * An emit that is struck at its operations of the disk. `npm run test:faults` strikes at every one of them, in every
 * way, and kills real processes.
 */

jest.setTimeout(60_000);

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
