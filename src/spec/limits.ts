/**
 * Limits of what the compiler reads. They are keyspan's own: far above any real spec, low enough that a
 * hostile document ends in a diagnostic and not in a machine without memory.
 */
export const specLimits = {
  /** UTF-16 code units of one document. */
  documentLength: 8 * 1024 * 1024,
  /** Lists and maps within each other; the language itself goes to 12. Deeper ones could exhaust the stack. */
  depth: 100,
  /** Nodes of one document, each alias counted as often as it is used. */
  nodes: 1_000_000,
} as const;
