/** Forms in which diagnostics are printed. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "sarif", "github"] as const;

/** Forms of a review. */
export const REVIEW_FORMATS = ["text", "markdown", "json", "html"] as const;

/** Forms of a picture. */
export const GRAPH_FORMATS = ["mermaid", "dot", "svg"] as const;

/** Forms in which an audit is printed. */
export const AUDIT_FORMATS = ["table", "json", "sarif"] as const;

/** Shells whose completion is known. */
export const SHELLS = ["bash", "zsh", "fish"] as const;

/** Options that every command has. */
export interface CommonOptions {
  /** Warnings fail the run. */
  readonly strict: boolean;
  readonly diagnostics: (typeof DIAGNOSTIC_FORMATS)[number];
  /** Nothing on standard output but what was asked for. */
  readonly quiet: boolean;
  readonly color: boolean;
}
