import * as assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import * as path from "node:path";
import { CHANGES, type Change } from "./changes";
import { assertMended, holdHalf, setUp, type Stage } from "./hold-folder";
import { failureOf, runProcess } from "./processes";
import { inScratchFolder } from "./scratch-folder";

/** Kilobytes that are left on a disk: from none to nearly enough. */
const LEFT = [0, 4, 8, 16, 24, 32, 48, 64, 96, 128];
const ROOMY = "16m";

/** Makes changes on disks that are full, and on one that is read-only; answers what was done, in a sentence. */
export function holdOnFullDisks(): Promise<string> {
  return inScratchFolder(async (folder) => {
    const out = path.join(folder, "out");
    mkdirSync(out);
    const refusal = failureOf("mount", "-t", "tmpfs", "-o", `size=${ROOMY}`, "keyspan", out);
    if (refusal !== undefined) return `full disk: not tried, for nothing can be mounted here (${refusal}).`;
    try {
      let refused = 0;
      for (const change of CHANGES.slice(1)) refused += await holdOnMount(folder, out, change);
      return `${LEFT.length * (CHANGES.length - 1)} emits on a file system with too little room (tmpfs) and ${CHANGES.length - 1} on one that is read-only: ${refused} refused with exit code 1, told by \`check\` and finished by the next \`emit\`; the others found room.`;
    } finally {
      failureOf("umount", out);
    }
  });
}

async function holdOnMount(folder: string, out: string, change: Change): Promise<number> {
  const stage = await setUp(folder, change, out);
  let refused = 0;
  for (const kilobytes of LEFT) {
    stage.reset();
    if (await emitsWith(stage, out, `size=${usedKilobytes(stage) + kilobytes}k`, "no space is left"))
      refused += 1;
  }
  stage.reset();
  assert.ok(await emitsWith(stage, out, "ro", "the file system is read-only"));
  for (const name of stage.files().keys()) failureOf("rm", path.join(out, name));
  return refused + 1;
}

/** Whether the emit was refused, as it must be where the disk has too little room. */
async function emitsWith(stage: Stage, out: string, option: string, reason: string): Promise<boolean> {
  assert.equal(failureOf("mount", "-o", `remount,${option}`, out), undefined);
  const { exitCode, err } = await runProcess(stage.args("emit", "after"));
  const outcome = await holdHalf(stage);
  assert.equal(failureOf("mount", "-o", `remount,rw,size=${ROOMY}`, out), undefined);
  if (exitCode === 0) assert.equal(outcome, "new");
  else
    assert.ok(
      exitCode === 1 && err.includes(`error output/unwritable: this cannot be written: ${reason}`),
      err,
    );
  await assertMended(stage, "after");
  return exitCode !== 0;
}

/** Every file takes whole pages of a tmpfs. */
function usedKilobytes(stage: Stage): number {
  return [...stage.files().values()].reduce((sum, text) => sum + 4 * Math.ceil(text.length / 4096), 0);
}
