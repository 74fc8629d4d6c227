import { createProcessHost, type Host } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "./repository";
import type { CommandLineRun } from "./command-line";

/** Runs the command line over the real disk; what `host` says comes before what the process would say. */
export async function runOnDisk(args: readonly string[], host: Partial<Host> = {}): Promise<CommandLineRun> {
  const printed = { out: "", err: "" };
  const exitCode = await main(
    {
      ...createProcessHost(ROOT),
      printOut: (text) => void (printed.out += text),
      printError: (text) => void (printed.err += text),
      ...host,
    },
    args,
  );
  return { exitCode, ...printed };
}
