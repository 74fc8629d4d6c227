/** A command of a block of a document, and the output that is shown below it, if any is. */
export interface ShownCommand {
  readonly line: string;
  readonly output: string | undefined;
}

/**
 * The commands of a block. In a `console` block with prompts (`$ `) the other lines are output; else every line is a
 * command. Continued lines are joined, comments left out.
 */
export function commandsOf(language: string, text: string): ShownCommand[] {
  const lines = text.replaceAll(/\\\n\s*/g, "").split("\n");
  if (language !== "console" || !lines.some((line) => line.startsWith("$ "))) {
    return lines.map(withoutComment).flatMap((line) => (line === "" ? [] : [{ line, output: undefined }]));
  }
  const commands: { line: string; output: string[] }[] = [];
  for (const line of lines) {
    if (line.startsWith("$ ")) commands.push({ line: withoutComment(line.slice(2)), output: [] });
    else commands.at(-1)?.output.push(line);
  }
  return commands.map(({ line, output }) => ({ line, output: output.join("\n").trimEnd() }));
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#\s.*$/, "").trim();
}

/** The words of a simple command, quotes taken off. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|([^\s"']+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? "",
  );
}
