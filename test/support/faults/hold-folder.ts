import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { MANIFEST_NAME } from "../../../src/output/manifest";
import { isLeftover } from "../../../src/output/leftovers";
import { OWN_FILES, type Change } from "./changes";
import { runStruck, type Struck } from "./run";
import { filesBelow, writeFiles } from "./scratch-folder";

/** Files of a deployment's folder by their paths. */
export type Files = ReadonlyMap<string, string>;

/** A folder in which a change is made again and again, from the same state. */
export interface Stage {
  readonly change: Change;
  readonly args: (command: "emit" | "check", side: "before" | "after") => readonly string[];
  /** Puts the folder back to what it was before the change. */
  readonly reset: () => void;
  /** What stands in the output folder now. */
  readonly files: () => Files;
  /** What a whole deployment leaves there, before and after. */
  readonly whole: Readonly<Record<"before" | "after", Files>>;
}

/** What the folder was found to hold after a fault. */
export type Outcome = "old" | "new" | "half";

/** Sets up a change in a folder, with the user's own files in it; the output folder may be elsewhere. */
export async function setUp(folder: string, change: Change, out = path.join(folder, "out")): Promise<Stage> {
  writeFiles(folder, { "before.yaml": change.before ?? "", "after.yaml": change.after });
  const args = (command: "emit" | "check", side: "before" | "after") =>
    [command, path.join(folder, `${side}.yaml`), "--out", out] as const;
  const files = () => filesBelow(out);
  const emitted = async (side: "before" | "after") => {
    const { exitCode, err } = await runStruck(args("emit", side));
    assert.deepEqual([exitCode, err], [0, ""]);
  };
  // Another user, who may not write here, must be able to look.
  fs.chmodSync(folder, 0o755);
  writeFiles(out, OWN_FILES);
  if (change.before !== undefined) await emitted("before");
  const before = files();
  await emitted("after");
  const whole = { before, after: files() };
  const reset = () => {
    // What is inside, for the output folder may be a mount.
    for (const name of fs.readdirSync(out)) fs.rmSync(path.join(out, name), { recursive: true });
    writeFiles(out, Object.fromEntries(before));
  };
  return { change, args, reset, files, whole };
}

/**
 * Makes the change with a fault, and holds what is left against what is promised: the user's own files as they were,
 * every file whole, what is half done told by `check`, and everything mended by the next `emit`, even when one
 * before it was struck `again`.
 */
export async function holdThroughFault(
  stage: Stage,
  struck: Struck,
  next: "before" | "after",
  again?: Struck,
): Promise<Outcome> {
  stage.reset();
  const run = await runStruck(stage.args("emit", "after"), struck);
  if (run.exitCode === undefined) assert.equal(struck.fault.kind, "death");
  else assertTold(run.exitCode, run.err);
  const outcome = await holdHalf(stage);
  if (again !== undefined) {
    await runStruck(stage.args("emit", sideOf(stage, next)), again);
    await holdHalf(stage);
  }
  await assertMended(stage, next);
  return outcome;
}

/** Where there was no deployment, none can be emitted again. */
function sideOf({ change }: Stage, next: "before" | "after"): "before" | "after" {
  return change.before === undefined ? "after" : next;
}

/** Holds a folder in which runs may have been killed. */
export async function holdHalf(stage: Stage): Promise<Outcome> {
  const { whole, files } = stage;
  const found = files();
  assertOwn(found);
  for (const [file, content] of found) {
    if (path.basename(file) === MANIFEST_NAME || isLeftover(path.basename(file))) continue;
    const possible = [whole.before.get(file), whole.after.get(file)];
    assert.ok(possible.includes(content), `${file} is neither the old one nor the new one`);
  }
  await assertCheckTells(stage);
  if (same(found, whole.after)) return "new";
  return same(found, whole.before) ? "old" : "half";
}

/** `check` names exactly the files that are not yet what they should be. */
export async function assertCheckTells({ args, files, whole }: Stage): Promise<void> {
  const found = files();
  const run = await runStruck([...args("check", "after"), "--quiet"]);
  const lines = run.out.split("\n").filter((line) => line !== "");
  const told = lines.flatMap(
    (line) => /^(?:missing|stale|orphaned|left by a run that was killed): (.*)$/.exec(line)?.[1] ?? [],
  );
  const out = args("check", "after")[3] ?? "";
  const expected = [...new Set([...found.keys(), ...whole.after.keys()])]
    .filter((file) => path.basename(file) !== MANIFEST_NAME)
    .filter((file) => found.get(file) !== whole.after.get(file));
  assert.deepEqual(told.map((file) => path.relative(out, file)).sort(), expected.sort(), run.out + run.err);
  const isNew = same(found, whole.after);
  const isUnfinished = found.get(`orders/${MANIFEST_NAME}`)?.includes('"pending"') === true;
  assert.equal(
    lines.some((line) => line.startsWith("half written: ")),
    isUnfinished,
  );
  assert.equal(run.exitCode === 0, isNew || (expected.length === 0 && !isUnfinished), run.out);
}

/** The next `emit`, of the new spec or of the old one again, leaves a whole deployment and nothing else. */
export async function assertMended(stage: Stage, next: "before" | "after"): Promise<void> {
  const { args, files, whole } = stage;
  const side = sideOf(stage, next);
  const run = await runStruck(args("emit", side));
  assert.deepEqual([run.exitCode, run.err], [0, ""]);
  assert.deepEqual([...files()], [...whole[side]]);
}

function assertTold(exitCode: number, err: string): void {
  if (exitCode === 0) return;
  assert.equal(exitCode, 1, err);
  assert.match(err, /error output\/un(readable|writable)|error spec\/unreadable/);
}

function assertOwn(found: Files): void {
  for (const [file, content] of Object.entries(OWN_FILES)) assert.equal(found.get(file), content, file);
}

/** Whether two folders hold the same files with the same content. */
export function same(some: Files, other: Files): boolean {
  return some.size === other.size && [...some].every(([file, content]) => other.get(file) === content);
}
