import { createProcessHost } from "../../src/cli/host";
import { main } from "../../src/cli/main";
import { ROOT } from "./repository";

/** What a run of the command line printed, and how it ended. */
export interface CommandLineRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over files in memory. */
export async function runInMemory(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<CommandLineRun> {
  const out: string[] = [];
  const err: string[] = [];
  const host = {
    ...createProcessHost(ROOT),
    readBytes: (file: string) => {
      const text = files[file];
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    printOut: (text: string) => out.push(text),
    printError: (text: string) => err.push(text),
  };
  const exitCode = await main(host, args);
  return { exitCode, out: out.join(""), err: err.join("") };
}

/** The lines of a text that do not fit on a terminal of 80 columns. */
export function linesOver80(text: string): string[] {
  return text.split("\n").filter((line) => line.length > 80);
}
