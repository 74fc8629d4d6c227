import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Result } from "../diagnostics/result";
import { createSourceFile, type SourceFile } from "../diagnostics/source-file";
import { DiskError } from "./disk-error";
import type { Host } from "./host";

/** The argument that stands for standard input. */
export const STANDARD_INPUT = "-";

/** Reads a file, or standard input, as text; the source file is named as diagnostics name it. */
export function readSource(host: Host, argument: string): Result<SourceFile> {
  const name = argument === STANDARD_INPUT ? "<stdin>" : argument;
  const at = [createSourceFile(name, ""), { start: 0, end: 0 }] as const;
  const bytes = readBytes(host, argument);
  if ("reason" in bytes) return { diagnostics: [createDiagnostic("spec/unreadable", bytes, ...at)] };
  const text = decode(bytes);
  if (text === undefined) return { diagnostics: [createDiagnostic("spec/not-utf8", {}, ...at)] };
  return { value: createSourceFile(name, text), diagnostics: [] };
}

function readBytes(host: Host, argument: string): Uint8Array | { readonly reason: string } {
  try {
    const bytes = argument === STANDARD_INPUT ? host.readStandardInput() : host.readBytes(argument);
    return bytes ?? { reason: "there is no such file" };
  } catch (error) {
    if (error instanceof DiskError) return { reason: error.reason };
    throw error;
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_ENCODING_INVALID_ENCODED_DATA") return undefined;
    throw error;
  }
}
