import { createProcessHost, type Host } from "../../src/cli/host";
import type { Ask } from "../../src/cli/terminal";
import { main } from "../../src/cli/main";
import { ROOT } from "./repository";

/** What a run of the command line printed, and how it ended. */
export interface CommandLineRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line over files in memory, where there is no terminal. */
export async function runInMemory(
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<CommandLineRun> {
  return runOver(new Map(Object.entries(files)), undefined, args);
}

/** A run on a terminal, with what was asked there. */
export interface TerminalRun extends CommandLineRun {
  readonly questions: readonly string[];
  /** The files in memory after the run. */
  readonly files: ReadonlyMap<string, string>;
}

/** Runs the command line on a terminal in memory, where the answers are typed one after the other, and then none. */
export async function runOnTerminal(
  answers: readonly string[],
  files: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<TerminalRun> {
  const questions: string[] = [];
  const inMemory = new Map(Object.entries(files));
  const ask = (question: string) => Promise.resolve(answers[questions.push(question) - 1]);
  const run = await runOver(inMemory, ask, args);
  return { ...run, questions, files: inMemory };
}

async function runOver(
  files: Map<string, string>,
  ask: Ask | undefined,
  args: readonly string[],
): Promise<CommandLineRun> {
  const out: string[] = [];
  const err: string[] = [];
  const host: Host = {
    ...createProcessHost(ROOT),
    withTerminal: ask === undefined ? undefined : (use) => use(ask),
    readBytes: (file) => {
      const text = files.get(file);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    look: (file) => {
      const content = files.get(file);
      return content === undefined
        ? { kind: "none" }
        : { kind: "file", content: new TextEncoder().encode(content) };
    },
    writeFile: (file, content) => void files.set(file, content),
    printOut: (text) => void out.push(text),
    printError: (text) => void err.push(text),
  };
  const exitCode = await main(host, args);
  return { exitCode, out: out.join(""), err: err.join("") };
}

/** The lines of a text that do not fit on a terminal of 80 columns. */
export function linesOver80(text: string): string[] {
  return text.split("\n").filter((line) => line.length > 80);
}
