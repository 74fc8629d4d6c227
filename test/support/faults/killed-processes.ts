import * as assert from "node:assert/strict";
import { LARGE_CHANGE } from "./changes";
import { assertMended, holdHalf, same, setUp, type Outcome } from "./hold-folder";
import { runProcess } from "./processes";
import { inScratchFolder } from "./scratch-folder";

/** Kills the built command at times that `random` gives; answers what was found, in a sentence. */
export function holdThroughKills(rounds: number, random: () => number): Promise<string> {
  return inScratchFolder(async (folder) => {
    const stage = await setUp(folder, LARGE_CHANGE);
    stage.reset();
    const started = performance.now();
    assert.equal((await runProcess(stage.args("emit", "after"))).exitCode, 0);
    const whole = performance.now() - started;
    const found: Record<Outcome, number> = { old: 0, half: 0, new: 0 };
    for (let round = 0; round < rounds; round += 1) {
      stage.reset();
      // The first part of a run only reads.
      await runProcess(stage.args("emit", "after"), whole * (0.5 + 0.5 * random()));
      found[await holdHalf(stage)] += 1;
      await assertMended(stage, round % 2 === 0 ? "after" : "before");
    }
    return `${rounds} emits of ${stage.whole.after.size} files, killed by SIGKILL at any time: ${found.old} left the old deployment whole, ${found.new} the new one, ${found.half} were half done, told by \`check\` file by file and finished by the next \`emit\`.`;
  });
}

/** Lets two runs with different specs write one folder at once; answers what was found, in a sentence. */
export function holdTwoAtOnce(rounds: number, random: () => number): Promise<string> {
  return inScratchFolder(async (folder) => {
    const stage = await setUp(folder, LARGE_CHANGE);
    let afters = 0;
    for (let round = 0; round < rounds; round += 1) {
      stage.reset();
      const ends = await Promise.all(
        (["after", "before"] as const).map(async (side) => {
          await new Promise((resolve) => setTimeout(resolve, random() * 100));
          return runProcess(stage.args("emit", side));
        }),
      );
      for (const end of ends) assert.deepEqual(end, { exitCode: 0, err: "" });
      const isAfter = same(stage.files(), stage.whole.after);
      assert.ok(isAfter || same(stage.files(), stage.whole.before), "a mixture of two deployments");
      if (isAfter) afters += 1;
    }
    return `${rounds} times two emits of different specs at once in one folder: ${afters} times the deployment of the one stood there afterwards, ${rounds - afters} times that of the other, always whole.`;
  });
}
