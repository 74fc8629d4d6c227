import type { SourceFile, SourceRange } from "./source-file";

/** An error refuses the spec; a warning does not, unless `--strict`. */
export type Severity = "error" | "warning";

/** A second place that explains the first. */
export interface RelatedPlace {
  readonly message: string;
  readonly range: SourceRange;
}

/** Something the user should know about the spec, at its place. */
export interface Diagnostic {
  /** `<area>/<problem>`; permanent, with a page under docs/diagnostics. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help?: string;
  readonly file: SourceFile;
  readonly range: SourceRange;
  /** In the same file as the diagnostic itself. */
  readonly related: readonly RelatedPlace[];
}
