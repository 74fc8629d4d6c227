import type { Diagnostic } from "../diagnostics/diagnostic";
import { printGithub } from "../diagnostics/print-github";
import { printJson } from "../diagnostics/print-json";
import { printDiagnosticsSarif } from "../diagnostics/print-sarif";
import { printText } from "../diagnostics/print-text";
import { hasErrors, sortDiagnostics } from "../diagnostics/result";
import type { Host } from "./host";
import type { CommonOptions } from "./options";
import { version } from "./version";

/** Prints diagnostics in the form that was asked for; whether the run may go on. */
export function report(host: Host, diagnostics: readonly Diagnostic[], options: CommonOptions): boolean {
  const sorted = sortDiagnostics(diagnostics);
  host.printError(print(host, sorted, options));
  return passes(sorted, options);
}

/** Whether a run may go on after these diagnostics. */
export function passes(diagnostics: readonly Diagnostic[], { strict }: CommonOptions): boolean {
  return !hasErrors(diagnostics) && !(strict && diagnostics.length > 0);
}

function print(host: Host, sorted: readonly Diagnostic[], { diagnostics, color }: CommonOptions): string {
  switch (diagnostics) {
    case "json":
      return printJson(sorted);
    case "sarif":
      return printDiagnosticsSarif(sorted, version);
    case "github":
      return printGithub(sorted);
    case "text":
      return printText(sorted, { color: color && host.isTerminal && !host.noColor });
  }
}
