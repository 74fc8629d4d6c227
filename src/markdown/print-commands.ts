const WIDEST_COMMAND = 100;

/** Commands for a POSIX shell, one below the other; a long one takes a line for each option. */
export function printCommands(commands: readonly (readonly string[])[]): string {
  return commands.map(printCommand).join("\n");
}

function printCommand(words: readonly string[]): string {
  const quoted = words.map(quoteWord);
  const whole = quoted.join(" ");
  if (whole.length <= WIDEST_COMMAND) return whole;
  const lines: string[][] = [[]];
  for (const word of quoted) {
    if (word.startsWith("--")) lines.push([]);
    lines.at(-1)?.push(word);
  }
  return lines.map((line) => line.join(" ")).join(" \\\n  ");
}

/** A word that the shell takes as it is; anything else stands in single quotes. */
function quoteWord(word: string): string {
  return /^[A-Za-z0-9_./:=@%+,-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`;
}
