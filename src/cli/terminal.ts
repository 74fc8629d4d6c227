/** Asks a question; undefined when there is no answer, for the input has ended or was interrupted. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Lets something be asked on the terminal, and gives the terminal back when that is done. */
export type WithTerminal = <T>(use: (ask: Ask) => Promise<T>) => Promise<T>;

/**
 * Asks on the terminal. Questions go to standard error, so that standard output is data only. One interface serves
 * all questions: lines that were typed ahead or pasted are the answers to those that follow.
 */
export const withTerminal: WithTerminal = async (use) => {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // The next line is read only when it is asked for, and none comes after the end.
  const lines = terminal[Symbol.asyncIterator]();
  terminal.once("SIGINT", () => terminal.close());
  try {
    return await use(async (question) => {
      terminal.setPrompt(question);
      terminal.prompt();
      const line = await lines.next();
      return line.done === true ? undefined : line.value;
    });
  } finally {
    terminal.close();
  }
};
