import type { GuidePart, GuideSection } from "../../../terraform/companion";
import type { ValueRecord } from "../../../terraform/expression";

/** Text in which `code` stands between backquotes. */
export function paragraph(text: string): GuidePart {
  return { kind: "paragraph", text };
}

/** Points in no order. */
export function points(...items: readonly string[]): GuidePart {
  return { kind: "list", items, isOrdered: false };
}

/** Steps, one after the other. */
export function steps(...items: readonly string[]): GuidePart {
  return { kind: "list", items, isOrdered: true };
}

/** A table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): GuidePart {
  return { kind: "table", head, rows };
}

/** Commands, each by its words. */
export function commands(...lines: readonly (readonly string[])[]): GuidePart {
  return { kind: "commands", commands: lines };
}

/** The words of a command and its options, each with its value; `true` for an option that has none. */
export function command(
  words: string,
  options: Readonly<Record<string, string | readonly string[] | true>>,
): readonly string[] {
  const optionWords = Object.entries(options).flatMap(([name, value]) => [
    `--${name}`,
    ...(value === true ? [] : typeof value === "string" ? [value] : value),
  ]);
  return [...words.split(" "), ...optionWords];
}

/** A heading in a section. */
export function heading(text: string): GuidePart {
  return { kind: "heading", text };
}

/** A document as JSON. */
export function json(value: ValueRecord): GuidePart {
  return { kind: "json", value };
}

/** A section; none where it would be empty. */
export function section(title: string, parts: readonly GuidePart[]): readonly GuideSection[] {
  return parts.length === 0 ? [] : [{ heading: title, parts }];
}

/** A name as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** Names as code, joined for a sentence. */
export function codes(texts: readonly string[]): string {
  return texts.map(code).join(", ");
}
