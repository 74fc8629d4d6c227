import type { Diagnostic } from "./diagnostic";
import type { SourceFile, SourceRange } from "./source-file";

/** Diagnostics for programs: one JSON document, positions counted from 1 (see docs/cli.md). */
export function printJson(diagnostics: readonly Diagnostic[]): string {
  return `${JSON.stringify({ diagnostics: diagnostics.map(toJson) }, null, 2)}\n`;
}

function toJson(diagnostic: Diagnostic): unknown {
  const { code, severity, message, help, file, range, related } = diagnostic;
  return {
    code,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    file: file.name,
    range: toJsonRange(file, range),
    related: related.map((place) => ({
      message: place.message,
      range: toJsonRange(file, place.range),
    })),
  };
}

function toJsonRange(file: SourceFile, range: SourceRange): unknown {
  return { start: file.positionAt(range.start), end: file.positionAt(range.end) };
}
