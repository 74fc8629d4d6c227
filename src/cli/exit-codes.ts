/** Exit codes: the contract with scripts, docs/cli.md. */
export const exitCodes = {
  success: 0,
  /** Errors in a spec, or a refusal to write. */
  errors: 1,
  /** What is there differs from what should be. */
  differences: 2,
  /** EX_USAGE of sysexits.h. */
  usage: 64,
  /** EX_SOFTWARE of sysexits.h: a bug in keyspan. */
  bug: 70,
} as const;
