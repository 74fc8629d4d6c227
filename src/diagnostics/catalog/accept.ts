import { error } from "../definition";

/** The warnings that a deployment accepts. */
export const acceptDiagnostics = {
  "accept/unknown-code": error<{ code: string; suggestion: string | undefined }>({
    message: ({ code }) => `"${code}" is not a code that keyspan reports`,
    help: ({ suggestion }) =>
      suggestion === undefined ? "copy the code from the warning" : `did you mean "${suggestion}"?`,
  }),
  "accept/not-a-warning": error<{ code: string }>({
    message: ({ code }) => `"${code}" is an error; only warnings can be accepted`,
    help: () => "mend what the error is about",
  }),
  "accept/unused": error<{ code: string }>({
    message: ({ code }) => `nothing in this deployment warns "${code}"`,
    help: () => "remove the entry, so that it cannot hide a warning to come",
  }),
  "accept/duplicate": error<{ code: string }>({
    message: ({ code }) => `"${code}" is accepted twice`,
    help: () => "keep one of the two",
  }),
};
