import * as os from "node:os";
import * as path from "node:path";
import type { Host } from "../../src/cli/host";
import { claimName } from "../../src/output/leftovers";
import { CHANGES } from "../support/faults/changes";
import { filesBelow, inScratchFolder, writeFiles } from "../support/faults/scratch-folder";
import { runOnDisk } from "../support/run-on-disk";

/* Two runs in one folder. `npm run test:faults` lets real processes meet. */

const [FIRST, SECOND] = CHANGES.map(({ after }) => after);

/** This process as if it were another one, and time that passes at once. */
function as(processId: number, more: Partial<Host> = {}): Partial<Host> {
  return {
    self: { processId, hostName: os.hostname() },
    isRunning: () => true,
    sleep: () => new Promise((resolve) => setImmediate(resolve)),
    ...more,
  };
}

/** A folder with two specs of one deployment; answers the arguments that emit one. */
async function withSpecs(
  use: (args: (spec: string) => string[], out: string) => Promise<void>,
): Promise<void> {
  await inScratchFolder(async (folder) => {
    const out = path.join(folder, "out");
    writeFiles(folder, { "first.yaml": FIRST ?? "", "second.yaml": SECOND ?? "" });
    await use((spec) => ["emit", path.join(folder, `${spec}.yaml`), "--out", out], out);
  });
}

test("two runs that come at once write one after the other, whichever is first", async () => {
  await withSpecs(async (args, out) => {
    const wholes = [];
    for (const spec of ["first", "second"]) {
      await runOnDisk(args(spec));
      wholes.push(filesBelow(out));
    }
    const slow = { sleep: () => new Promise<void>((resolve) => setTimeout(resolve, 1)) };
    const runs = await Promise.all([
      runOnDisk(args("first"), as(4711, slow)),
      runOnDisk(args("second"), as(4712, slow)),
    ]);
    expect(runs.map(({ exitCode, err }) => [exitCode, err])).toEqual([
      [0, ""],
      [0, ""],
    ]);
    expect(wholes).toContainEqual(filesBelow(out));
  });
});

test("a run that waits for another in vain is refused as output/claimed, and nothing is written", async () => {
  await withSpecs(async (args, out) => {
    const claim = `orders/${claimName({ processId: 4711, hostName: "build-1" })}`;
    writeFiles(out, { [claim]: "" });
    const { exitCode, err } = await runOnDisk(args("first"), as(4712));
    expect(exitCode).toBe(1);
    expect(err).toContain(
      `${claim}:1:1 error output/claimed: another keyspan is writing in this folder: process 4711 on build-1\n`,
    );
    expect([...filesBelow(out).keys()]).toEqual([claim]);
  });
});

test("a run that is there already is waited for", async () => {
  await withSpecs(async (args, out) => {
    const claim = `orders/${claimName({ processId: 4711, hostName: "build-1" })}`;
    writeFiles(out, { [claim]: "" });
    let waits = 0;
    const sleep = () => {
      waits += 1;
      if (waits === 3) writeFiles(out, {});
      return Promise.resolve();
    };
    const listNames = (folder: string) =>
      waits < 3 && folder.endsWith("orders") ? [path.basename(claim)] : [];
    expect((await runOnDisk(args("first"), as(4712, { sleep, listNames }))).exitCode).toBe(0);
    expect(waits).toBe(3);
  });
});

test("the claim of a process of this machine that was killed is removed", async () => {
  await withSpecs(async (args, out) => {
    const claim = `orders/${claimName({ processId: 4711, hostName: os.hostname() })}`;
    writeFiles(out, { [claim]: "" });
    const check = (
      await runOnDisk(["check", ...args("first").slice(1)], as(4712, { isRunning: () => false }))
    ).out;
    expect(check).toContain(`left by a run that was killed: ${path.join(out, claim)}\n`);
    const { exitCode } = await runOnDisk(args("first"), as(4712, { isRunning: () => false }));
    expect(exitCode).toBe(0);
    expect([...filesBelow(out).keys()]).not.toContain(claim);
  });
});

test("an emit that has nothing to change claims nothing", async () => {
  await withSpecs(async (args) => {
    await runOnDisk(args("first"));
    const createFile = () => {
      throw new Error("a claim");
    };
    expect((await runOnDisk(args("first"), { createFile })).exitCode).toBe(0);
  });
});
