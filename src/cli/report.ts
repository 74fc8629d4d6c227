import type { Diagnostic } from "../diagnostics/diagnostic";
import { printJson } from "../diagnostics/print-json";
import { printText } from "../diagnostics/print-text";
import { hasErrors, sortDiagnostics } from "../diagnostics/result";
import type { Host } from "./host";
import type { CommonOptions } from "./options";

/** Prints diagnostics in the form that was asked for; whether the run may go on. */
export function report(host: Host, diagnostics: readonly Diagnostic[], options: CommonOptions): boolean {
  const sorted = sortDiagnostics(diagnostics);
  if (options.diagnostics === "json") host.printError(printJson(sorted));
  else host.printError(printText(sorted, { color: options.color && host.isTerminal && !host.noColor }));
  return passes(sorted, options);
}

/** Whether a run may go on after these diagnostics. */
export function passes(diagnostics: readonly Diagnostic[], { strict }: CommonOptions): boolean {
  return !hasErrors(diagnostics) && !(strict && diagnostics.length > 0);
}
