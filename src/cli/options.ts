/** Forms in which diagnostics are printed. */
export const DIAGNOSTIC_FORMATS = ["text", "json", "sarif", "github"] as const;

/** Forms of a review. */
export const REVIEW_FORMATS = ["text", "markdown", "json", "html"] as const;

/** Forms of a picture. */
export const GRAPH_FORMATS = ["mermaid", "dot", "svg"] as const;

/** Forms in which an audit is printed. */
export const AUDIT_FORMATS = ["table", "json", "sarif"] as const;

/** Documents that there is a JSON Schema of; the first is meant where nothing is said. */
export const SCHEMA_DOCUMENTS = ["spec", "prices"] as const;

/** A document that there is a JSON Schema of. */
export type SchemaDocument = (typeof SCHEMA_DOCUMENTS)[number];

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
