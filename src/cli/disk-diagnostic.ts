import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { DiskError, type DiskAction } from "./disk-error";

const CODES = { read: "output/unreadable", write: "output/unwritable" } as const satisfies Record<
  DiskAction,
  string
>;

/**
 * What there is to say when the disk refuses.
 *
 * @throws every other error as it is
 */
export function diskDiagnostic(error: unknown): Diagnostic {
  if (!(error instanceof DiskError)) throw error;
  const { action, file, reason } = error;
  return createDiagnostic(CODES[action], { reason }, createSourceFile(file, ""), { start: 0, end: 0 });
}
