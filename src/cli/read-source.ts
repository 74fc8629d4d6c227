import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Result } from "../diagnostics/result";
import { createSourceFile, type SourceFile } from "../diagnostics/source-file";
import type { Host } from "./host";

/** The argument that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Reads a file, or standard input, as text; the source file is named as diagnostics name it. */
export function readSource(host: Host, argument: string): Result<SourceFile> {
  const name = argument === STANDARD_INPUT ? "<stdin>" : argument;
  const bytes = argument === STANDARD_INPUT ? host.readStandardInput() : host.readBytes(argument);
  const refuse = (code: "spec/unreadable" | "spec/not-utf8"): Result<SourceFile> => ({
    diagnostics: [createDiagnostic(code, {}, createSourceFile(name, ""), { start: 0, end: 0 })],
  });
  if (bytes === undefined) return refuse("spec/unreadable");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { value: createSourceFile(name, text), diagnostics: [] };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") return refuse("spec/not-utf8");
    throw error;
  }
}
