import { CommanderError } from "commander";
import { diskDiagnostic } from "./disk-diagnostic";
import { DiskError } from "./disk-error";
import { exitCodes } from "./exit-codes";
import type { Host } from "./host";
import type { CommonOptions } from "./options";
import { createProgram } from "./program";
import { report } from "./report";
import { version } from "./version";

const ISSUES = "https://github.com/keyspan/keyspan/issues";

const DEFAULT_OPTIONS: CommonOptions = {
  strict: false,
  diagnostics: "text",
  quiet: false,
  color: true,
};

/** Runs the command line; answers the exit code and never throws. */
export async function main(host: Host, args: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.success;
  const program = createProgram(host, (code) => {
    exitCode = code;
  });
  let options = DEFAULT_OPTIONS;
  program.hook("preAction", (_, command) => {
    options = command.opts<CommonOptions>();
  });
  try {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    if (error instanceof DiskError) {
      report(host, [diskDiagnostic(error)], options);
      return exitCodes.errors;
    }
    host.printError(bugReport(error, args.includes("--debug")));
    return exitCodes.bug;
  }
}

function bugReport(error: unknown, debug: boolean): string {
  const text =
    error instanceof Error ? (debug ? (error.stack ?? error.message) : error.message) : String(error);
  return `keyspan ${version}: this is a bug in keyspan, not in your spec: ${text}\nPlease report it with the spec at ${ISSUES}${debug ? "" : " (--debug shows where it happened)"}\n`;
}
