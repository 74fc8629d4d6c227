/** The annotation that says a pattern in words; editors ignore it, diagnostics print it. */
export const HINT = "x-hint";
