/** The given words in double quotes, joined for a sentence: `"a", "b" or "c"`. */
export function oneOf(words: readonly (string | number)[], conjunction: "or" | "and" = "or"): string {
  const quoted = words.map((word) => (typeof word === "number" ? String(word) : `"${word}"`));
  const last = quoted.at(-1);
  if (last === undefined) return "nothing";
  if (quoted.length === 1) return last;
  return `${quoted.slice(0, -1).join(", ")} ${conjunction} ${last}`;
}

/** `1 key`, `2 keys`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Text that must stay on one line: control characters and line breaks become a space. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this removes
  return text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, " ").trim();
}

/** Words on lines of at most that width; the first line begins with `head`, the others are indented like it. */
export function wrap(text: string, head: string, width: number): string[] {
  const lines: string[] = [];
  let line = head;
  for (const word of text.split(" ")) {
    const isFirst = line.length === head.length;
    const longer = isFirst ? line + word : `${line} ${word}`;
    if (isFirst || longer.length <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = " ".repeat(head.length) + word;
  }
  return [...lines, line];
}

/** A character by its number, for one that would not show: `U+000A`. */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Words joined for a sentence: `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
