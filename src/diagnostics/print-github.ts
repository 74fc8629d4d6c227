import { oneLine } from "../base/text";
import type { Diagnostic } from "./diagnostic";

/**
 * Diagnostics as workflow commands, which GitHub shows at the line of the file: one line each.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function printGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${printOne(diagnostic)}\n`).join("");
}

function printOne({ code, severity, message, help, file, range }: Diagnostic): string {
  const text = help === undefined ? oneLine(message) : `${oneLine(message)}\nhelp: ${oneLine(help)}`;
  const properties = [
    `file=${escapeProperty(file.name)}`,
    ...placeOf({ file, range }),
    `title=${escapeProperty(code)}`,
  ];
  return `::${severity} ${properties.join(",")}::${escapeData(text)}`;
}

/** GitHub takes columns for a range within one line only; what is about a file as a whole has no place. */
function placeOf({ file, range }: Pick<Diagnostic, "file" | "range">): readonly string[] {
  if (file.text === "") return [];
  const start = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  const lines = [`line=${start.line}`, `endLine=${end.line}`];
  return start.line === end.line ? [...lines, `col=${start.column}`, `endColumn=${end.column}`] : lines;
}

/** As `@actions/core` escapes them: packages/core/src/command.ts of https://github.com/actions/toolkit */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
