import { execFileSync } from "node:child_process";
import * as path from "node:path";
import { ROOT } from "../repository";
import { cleanUpTerraform, prepareTerraform } from "../terraform/prepare-terraform";
import { EMULATOR_ENDPOINT } from "./account";
import { startEmulator, type Emulator } from "./emulator";
import { RECORDED_CALLS } from "./recorded-calls";

/** Where the command is built for this suite: other suites, and people, have `dist` to themselves. */
export const COMMAND_FOLDER = path.join(ROOT, "node_modules/.cache/keyspan-emulator");

let emulator: Emulator | undefined;

/** Starts the one emulator that all scenarios share, and builds the command that some of them run. */
export async function prepareEmulator(): Promise<void> {
  const recordedCalls = path.join(prepareTerraform(), "calls.jsonl");
  execFileSync("node", ["scripts/build.mjs", COMMAND_FOLDER], { cwd: ROOT, stdio: "pipe" });
  emulator = await startEmulator(recordedCalls);
  process.env[EMULATOR_ENDPOINT] = emulator.endpoint;
  process.env[RECORDED_CALLS] = recordedCalls;
}

/** Stops the emulator, and removes everything temporary. */
export async function cleanUpEmulator(): Promise<void> {
  await emulator?.stop();
  cleanUpTerraform();
}
