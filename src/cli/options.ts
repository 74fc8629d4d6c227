/** Forms in which diagnostics are printed. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "sarif", "github"] as const;

/** Options that every command has. */
export interface CommonOptions {
  /** Warnings fail the run. */
  readonly strict: boolean;
  readonly diagnostics: (typeof DIAGNOSTIC_FORMATS)[number];
  /** Nothing on standard output but what was asked for. */
  readonly quiet: boolean;
  readonly color: boolean;
}
