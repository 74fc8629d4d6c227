import Handlebars from "handlebars";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { SourceFile, SourceRange } from "../diagnostics/source-file";

/*
 * The compiler of Handlebars, which only a user's own templates need: nothing that every run loads may import this
 * file.
 */

/** A template of a user. */
export interface ParsedTemplate {
  /** Its name: the path of its file without `.hbs`. */
  readonly name: string;
  readonly file: SourceFile;
  readonly program: hbs.AST.Program;
}

/** Reads a template, or says where it cannot be read. */
export function parseTemplate(name: string, file: SourceFile): ParsedTemplate | Diagnostic {
  try {
    return { name, file, program: Handlebars.parse(file.text) };
  } catch (error) {
    const { range, problem } = describe(error as ParseError, file);
    return createDiagnostic("templates/syntax", { problem }, file, range);
  }
}

/** What Handlebars throws: with a place, or with a line in its message. */
interface ParseError extends Error {
  readonly lineNumber?: number;
  readonly column?: number;
  readonly endLineNumber?: number;
  readonly endColumn?: number;
}

function describe(error: ParseError, file: SourceFile): { range: SourceRange; problem: string } {
  const { message, lineNumber, column } = error;
  if (lineNumber !== undefined && column !== undefined) {
    const start = offsetOf(file, lineNumber, column);
    const end = offsetOf(file, error.endLineNumber ?? lineNumber, error.endColumn ?? column);
    return { range: { start, end: Math.max(start, end) }, problem: message.replace(/ - \d+:\d+$/, "") };
  }
  const line = Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const start = offsetOf(file, line, 0);
  // A mistake of the grammar stands in the last line; of what the lexer cannot read there is only a picture.
  const problem = message.startsWith("Lexical error")
    ? "this is no text, and no tag that ends"
    : (message.split("\n").at(-1) ?? message);
  return {
    range: { start, end: start + file.lineAt(line).length },
    problem: problem.charAt(0).toLowerCase() + problem.slice(1),
  };
}

/** The range of a node of a template. */
export function rangeOf(file: SourceFile, { start, end }: hbs.AST.SourceLocation): SourceRange {
  return { start: offsetOf(file, start.line, start.column), end: offsetOf(file, end.line, end.column) };
}

/** Lines count from 1, columns from 0. */
function offsetOf({ text }: SourceFile, line: number, column: number): number {
  let start = 0;
  for (let rest = line - 1; rest > 0; rest -= 1) {
    const next = text.indexOf("\n", start);
    if (next === -1) return text.length;
    start = next + 1;
  }
  return Math.min(start + column, text.length);
}
