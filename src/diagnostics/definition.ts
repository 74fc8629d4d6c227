import type { Severity } from "./diagnostic";

/**
 * One kind of diagnostic: everything that is said about a problem, whatever spec it is found in.
 * `P` are the named parameters that every place that reports it must give.
 */
export interface DiagnosticDefinition<P> {
  readonly severity: Severity;
  /** Lower case, no full stop; names the value given and the values allowed. */
  readonly message: (parameters: P) => string;
  /** One imperative sentence, lower case, no full stop. */
  readonly help?: (parameters: P) => string;
  /** Pages that state the outside rule. What a code does about which fact stands in docs/facts.md. */
  readonly sources?: readonly string[];
}

type Body<P> = Omit<DiagnosticDefinition<P>, "severity">;

/** Declares an error: the spec is refused. */
export function error<P = Record<string, never>>(body: Body<P>): DiagnosticDefinition<P> {
  return { severity: "error", ...body };
}

/** Declares a warning: the spec compiles; `accept` in the spec may silence it. */
export function warning<P = Record<string, never>>(body: Body<P>): DiagnosticDefinition<P> {
  return { severity: "warning", ...body };
}
