import type { Command } from "commander";
import { compareText } from "../../base/ordering";
import { bashCompletion } from "../completion/bash";
import { commandTable } from "../completion/command-table";
import { fishCompletion } from "../completion/fish";
import { zshCompletion } from "../completion/zsh";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { SHELLS } from "../options";
import { explainedCodes } from "./explain";

const PRINTERS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** Prints the completion of the command line for a shell. */
export function completion(host: Host, shell: (typeof SHELLS)[number], program: Command): number {
  const codes = [...explainedCodes()].sort(compareText);
  host.printOut(PRINTERS[shell](commandTable(program, codes)));
  return exitCodes.success;
}
