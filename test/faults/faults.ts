import * as path from "node:path";
import { CHANGES } from "../support/faults/changes";
import { holdOnFullDisks } from "../support/faults/full-disk";
import type { Fault } from "../support/faults/faulty-file-system";
import { holdThroughFault, setUp, type Outcome, type Stage } from "../support/faults/hold-folder";
import { holdThroughKills, holdTwoAtOnce } from "../support/faults/killed-processes";
import { runStruck, type Struck } from "../support/faults/run";
import { inScratchFolder } from "../support/faults/scratch-folder";
import { writeSection } from "../support/write-section";

/*
 * `npm run test:faults`: an emit is killed or refused at its operations of the disk, the built command is killed at any
 * time, finds no room, and meets another one. `npm run test:faults -- <rounds> <step>`: how many processes are killed,
 * and at which part of the operations the disk refuses: at every fifth, when it is 5, and kills at every one.
 */

const ROUNDS = 30;
const STEP = 5;

const DEATH: Fault = { kind: "death" };
const REFUSALS: readonly Fault[] = [
  ...["ENOSPC", "EROFS", "EACCES"].map((code): Fault => ({ kind: "refusal", code, lasts: true })),
  ...["ENOSPC", "EIO"].map((code): Fault => ({ kind: "refusal", code, lasts: false })),
];

/** Runs everything, prints what it did and, unless it is a run of CI, writes it to docs/robustness.md. */
export async function run(root: string, args: readonly string[]): Promise<void> {
  const [rounds = ROUNDS, step = STEP] = args.map(Number);
  const lines: string[] = [];
  const tell = (line: string) => {
    process.stdout.write(`- ${line}\n`);
    lines.push(`- ${line}`);
  };
  tell(await strike("killed, and the next one again,", [DEATH], Math.ceil(step / 5)));
  tell(await strike("refused by the disk (ENOSPC, EROFS, EACCES, EIO)", REFUSALS, step));
  tell(await holdThroughKills(rounds, Math.random));
  tell(await holdTwoAtOnce(rounds, Math.random));
  tell(await holdOnFullDisks());
  if (process.env["CI"] === undefined)
    await writeSection(path.join(root, "docs/robustness.md"), "faults", lines);
}

async function strike(how: string, faults: readonly Fault[], step: number): Promise<string> {
  const found: Record<Outcome, number> = { old: 0, half: 0, new: 0 };
  for (const change of CHANGES) {
    await inScratchFolder(async (folder) => {
      const stage = await setUp(folder, change);
      stage.reset();
      const { operations } = await runStruck(stage.args("emit", "after"));
      for (const [index, fault] of faults.entries()) {
        for (let at = 1 + (index % step); at <= operations; at += step)
          found[await strikeTwice(stage, { at, fault }, operations)] += 1;
      }
    });
  }
  const struck = found.old + found.new + found.half;
  const where = step === 1 ? "every operation" : `one in ${step} operations`;
  return `${struck} emits ${how} at ${where} of the disk (${CHANGES.map(({ title }) => title).join(", ")}): ${found.old} left the old deployment whole, ${found.new} the new one, ${found.half} were half done, told by \`check\` file by file and finished by the next \`emit\`.`;
}

/** Strikes an emit and the next one, of the new spec or of the old one again, at another place. */
async function strikeTwice(stage: Stage, struck: Struck, operations: number): Promise<Outcome> {
  const { at, fault } = struck;
  const next = at % 2 === 0 ? "before" : "after";
  try {
    return await holdThroughFault(stage, struck, next, { at: 1 + ((at * 31) % operations), fault });
  } catch (error) {
    const where = `${stage.change.title}, ${JSON.stringify(fault)} at ${at}, then an emit of "${next}"`;
    throw new Error(`${where}: ${(error as Error).message}`, { cause: error });
  }
}
