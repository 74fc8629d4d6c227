import { spawn, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

/** A provider that runs by itself, for all runs of Terraform that only need its schema. */
export interface ProviderServer {
  readonly version: string;
  /** The value of `TF_REATTACH_PROVIDERS` with which Terraform uses it. */
  readonly reattach: string;
  readonly stop: () => void;
}

/** How long a provider may take to start, in milliseconds. */
const START_TIMEOUT = 120_000;

/**
 * Starts the provider that is installed in a root module. Its schema takes seconds to load, and every validation
 * would load it anew. It holds one configuration: what configures it — plan, apply — needs one for itself, and
 * takes turns.
 * https://developer.hashicorp.com/terraform/plugin/debugging#running-terraform-with-a-provider-in-debug-mode
 */
export async function serveProvider(
  root: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<ProviderServer> {
  const versions = path.join(root, ".terraform/providers/registry.terraform.io/hashicorp/aws");
  const version = only(versions);
  const platform = path.join(versions, version, only(path.join(versions, version)));
  const binary = fs.readdirSync(platform).find((name) => name.startsWith("terraform-provider-aws"));
  if (binary === undefined) throw new Error(`no provider in ${platform}`);
  const child = spawn(path.join(platform, binary), ["-debug"], {
    stdio: ["ignore", "pipe", "ignore"],
    // Its socket goes where everything is removed in the end.
    env: { ...env, TMPDIR: root },
  });
  const stop = () => void child.kill();
  process.once("exit", stop);
  // A signal ends this process without that.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      stop();
      process.kill(process.pid, signal);
    });
  }
  try {
    return { version, reattach: await readReattach(child), stop };
  } catch (error) {
    stop();
    throw error;
  }
}

function only(folder: string): string {
  const [name, ...others] = fs.readdirSync(folder);
  if (name === undefined || others.length > 0) throw new Error(`one name was expected in ${folder}`);
  return name;
}

function readReattach({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const timer = setTimeout(() => {
      reject(new Error(`the provider did not start:\n${printed}`));
    }, START_TIMEOUT);
    stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const reattach = /TF_REATTACH_PROVIDERS='(.*)'/.exec(printed)?.[1];
      if (reattach === undefined) return;
      clearTimeout(timer);
      resolve(reattach);
    });
  });
}
