import { createColors, type Paint } from "../base/colors";
import { oneLine } from "../base/text";
import type { Diagnostic } from "./diagnostic";
import type { SourceFile, SourceRange } from "./source-file";

/** How text diagnostics are printed. */
export interface TextStyle {
  /** Whether escape codes for colours are written. */
  readonly color: boolean;
}

const WIDEST_LINE = 160;

/**
 * Diagnostics for people: `file:line:column severity code: message`, the line of the spec with the range
 * underlined, the related places and the help. Ends with a line break unless there is nothing to say.
 */
export function printText(diagnostics: readonly Diagnostic[], style: TextStyle = { color: false }): string {
  return diagnostics.map((diagnostic) => printOne(diagnostic, style)).join("\n");
}

function printOne(diagnostic: Diagnostic, style: TextStyle): string {
  const { bold, red, yellow, cyan, dim } = createColors(style.color);
  const { file, range, severity } = diagnostic;
  const paint = severity === "error" ? red : yellow;
  const place = printPlace(file, range);
  const lines = [
    `${bold(place)} ${paint(severity)} ${bold(diagnostic.code)}: ${oneLine(diagnostic.message)}`,
    ...printFrame(file, range, dim, paint),
  ];
  for (const related of diagnostic.related) {
    lines.push(`  ${cyan("related:")} ${printPlace(file, related.range)} ${oneLine(related.message)}`);
    lines.push(...printFrame(file, related.range, dim, cyan));
  }
  if (diagnostic.help !== undefined) lines.push(`  ${cyan("help:")} ${oneLine(diagnostic.help)}`);
  return lines.map((line) => `${line.trimEnd()}\n`).join("");
}

function printPlace(file: SourceFile, range: SourceRange): string {
  const { line, column } = file.positionAt(range.start);
  return `${file.name}:${line}:${column}`;
}

function printFrame(file: SourceFile, range: SourceRange, dim: Paint, paint: Paint): string[] {
  const start = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  const text = file.lineAt(start.line);
  if (text.trim() === "") return [];
  // A long line (a policy in one line, a JSON spec) is shown from shortly before the place.
  const from = text.length > WIDEST_LINE ? Math.max(0, start.column - 41) : 0;
  const shown = text.slice(from, from + WIDEST_LINE).replace(/\t/g, " ");
  const lastColumn = end.line === start.line ? end.column : text.length + 1;
  const width = Math.max(1, Math.min(lastColumn, from + shown.length + 1) - start.column);
  const gutter = String(start.line);
  const margin = " ".repeat(gutter.length);
  return [
    `  ${dim(`${gutter} |`)} ${printable(shown)}`,
    `  ${dim(`${margin} |`)} ${" ".repeat(start.column - 1 - from)}${paint("^".repeat(width))}`,
  ];
}

/** A terminal must not obey what stands in a spec: control characters are shown as a middle dot. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this replaces
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, "·");
}
