import { execFileSync } from "node:child_process";
import { ROOT } from "../repository";
import { cleanUpTerraform, prepareTerraform } from "../terraform/prepare-terraform";
import { EMULATOR_ENDPOINT } from "./account";
import { startEmulator, type Emulator } from "./emulator";

let emulator: Emulator | undefined;

/** Starts the one emulator that all scenarios share, and builds the command that some of them run. */
export async function prepareEmulator(): Promise<void> {
  prepareTerraform();
  execFileSync("node", ["scripts/build.mjs"], { cwd: ROOT, stdio: "pipe" });
  emulator = await startEmulator();
  process.env[EMULATOR_ENDPOINT] = emulator.endpoint;
}

/** Stops the emulator, and removes everything temporary. */
export async function cleanUpEmulator(): Promise<void> {
  await emulator?.stop();
  cleanUpTerraform();
}
