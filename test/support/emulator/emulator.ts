import { spawn, type ChildProcess } from "node:child_process";
import * as path from "node:path";
import { ROOT } from "../repository";

/** A running emulator, which holds one account and nothing else. */
export interface Emulator {
  readonly endpoint: string;
  /** Where the provider, and everything else that speaks to AWS, finds it. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** The account in which everything is created. */
export const ACCOUNT = "111122223333";

/** How long the emulator may take to start, in milliseconds. */
const START_TIMEOUT = 120_000;

/** Starts an emulator with an empty account. It ends with this process, whatever becomes of it. */
export async function startEmulator(): Promise<Emulator> {
  const main = path.join(ROOT, "test/emulator/server/main.py");
  const child = spawn("python3", ["-B", main], {
    stdio: ["pipe", "pipe", "pipe"],
    env: { ...process.env, MOTO_ACCOUNT_ID: ACCOUNT },
  });
  // The server reads its input to the end: closing it is the way to stop.
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  const stop = () => {
    child.stdin.end();
    return ended;
  };
  const endpoint = `http://127.0.0.1:${await readPort(child)}`;
  return { endpoint, stop, env: environment(endpoint) };
}

function environment(endpoint: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // What the machine is set up for must not reach the emulator.
    AWS_CA_BUNDLE: undefined,
    AWS_PROFILE: undefined,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_REGION: "us-east-1",
  };
}

function readPort({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let errors = "";
    const fail = (what: string) => {
      reject(new Error(`the emulator ${what}; it needs python3 with moto[server] 5.2.1\n${errors}`));
    };
    const timer = setTimeout(() => {
      fail("did not start");
    }, START_TIMEOUT);
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
