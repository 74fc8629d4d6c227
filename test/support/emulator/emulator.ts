import { spawn, type ChildProcess } from "node:child_process";
import * as path from "node:path";
import { ROOT } from "../repository";

/** A running emulator of AWS, empty at first. */
export interface Emulator {
  readonly endpoint: string;
  readonly stop: () => Promise<void>;
}

/** How long the emulator may take to start, in milliseconds. */
const START_TIMEOUT = 120_000;

/** How long it may take to stop before it is killed, in milliseconds. */
const STOP_TIMEOUT = 10_000;

/** Starts the emulator on a free port, with a file for the calls it records. It ends with this process, whatever becomes of it. */
export async function startEmulator(recordedCalls: string): Promise<Emulator> {
  const main = path.join(ROOT, "test/emulator/server/main.py");
  // The server reads its input to the end: when this process is gone, so is the server.
  const child = spawn("python3", ["-B", main, recordedCalls], { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
  });
  const stop = () => {
    child.stdin.end();
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT);
    return ended.finally(() => {
      clearTimeout(timer);
    });
  };
  try {
    return { endpoint: `http://127.0.0.1:${await readPort(child)}`, stop };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

function readPort(child: ChildProcess): Promise<string> {
  const { stdout, stderr } = child;
  return new Promise((resolve, reject) => {
    let errors = "";
    const fail = (what: string) => {
      reject(new Error(`the emulator ${what}; it needs python3 with moto[server] 5.2.1\n${errors}`));
    };
    const timer = setTimeout(() => {
      fail("did not start");
    }, START_TIMEOUT);
    child.once("error", ({ message }) => {
      clearTimeout(timer);
      fail(`did not start (${message})`);
    });
    stderr?.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-2000)));
    stdout?.once("data", (chunk: Buffer) => {
      clearTimeout(timer);
      resolve(chunk.toString().trim());
    });
    stdout?.once("end", () => {
      clearTimeout(timer);
      fail("ended");
    });
  });
}
