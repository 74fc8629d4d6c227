import { spawn, spawnSync } from "node:child_process";
import * as path from "node:path";
import { ROOT } from "../repository";

/** The built command. */
export const COMMAND = path.join(ROOT, "dist/cli.js");

/** How a process ended. */
export interface Ended {
  /** Null when it was killed. */
  readonly exitCode: number | null;
  readonly err: string;
}

/** Runs the built command, and kills it after some milliseconds if it still runs then. */
export function runProcess(args: readonly string[], killAfter?: number): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), killAfter);
  let err = "";
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => {
      clearTimeout(timer);
      resolve({ exitCode, err });
    });
  });
}

/** Runs a program to its end; undefined when it worked, else why not. */
export function failureOf(program: string, ...args: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(program, args, { encoding: "utf8" });
  if (error !== undefined) return error.message;
  return status === 0 ? undefined : stderr.trim();
}
