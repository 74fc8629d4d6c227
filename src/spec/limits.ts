/**
 * Limits of what the compiler reads. They are keyspan's own: far above any real spec, low enough that a
 * hostile document ends in a diagnostic and not in a machine without memory.
 */
export const specLimits = {
  /** UTF-16 code units of one document. */
  documentLength: 8 * 1024 * 1024,
  /** Nodes of one document, each alias counted as often as it is used. */
  nodes: 1_000_000,
} as const;
