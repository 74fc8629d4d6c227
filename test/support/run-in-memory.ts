import { createProcessHost, type Host } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "./repository";

/** What a command did. */
export interface Run {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over specs in memory; what `host` says comes before what the process would say. */
export async function runInMemory(
  specs: Readonly<Record<string, string>>,
  args: readonly string[],
  host: Partial<Host> = {},
): Promise<Run> {
  const printed = { out: "", err: "" };
  const exitCode = await main(
    {
      ...createProcessHost(ROOT),
      readBytes: (file) => {
        const text = specs[file];
        return text === undefined ? undefined : new TextEncoder().encode(text);
      },
      printOut: (text) => void (printed.out += text),
      printError: (text) => void (printed.err += text),
      ...host,
    },
    args,
  );
  return { exitCode, ...printed };
}
