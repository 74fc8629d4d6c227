/*
 * The only file that makes HTML of text. Whatever is put into a `markup` template is escaped unless it was made
 * by `markup` itself, so no string of a spec or a golden can become HTML.
 */

/** HTML; only `markup` and `styleSheet` make it. */
export class Markup {
  // Makes the class differ from everything that merely has a text.
  readonly #isMarkup = true;

  constructor(readonly text: string) {}

  static is(child: unknown): child is Markup {
    return typeof child === "object" && child !== null && #isMarkup in child && child.#isMarkup;
  }
}

/** What a template may hold; nothing is printed for undefined. */
export type Child = Markup | string | number | undefined | readonly Child[];

/** HTML with escaped values in it. Attributes must be written with their double quotes. */
export function markup(strings: TemplateStringsArray, ...children: readonly Child[]): Markup {
  return new Markup(
    strings.map((text, index) => `${text}${index < children.length ? print(children[index]) : ""}`).join(""),
  );
}

/** A style element. The text comes from a file of keyspan, never from a spec or a golden. */
export function styleSheet(css: string): Markup {
  return new Markup(`<style>${css}</style>`);
}

function print(child: Child): string {
  if (child === undefined) return "";
  if (Markup.is(child)) return child.text;
  if (typeof child === "object") return child.map(print).join("");
  return escapeText(String(child));
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Text as HTML, for content and for attributes in quotes. Characters that no reader sees are made visible: a
 * review must not read otherwise than Terraform does (https://trojansource.codes).
 */
export function escapeText(text: string): string {
  return visible(text).replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}

/** Text whose control, direction and zero-width characters are shown by their code points. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu, (letter) =>
    letter === "\n" || letter === "\t" ? letter : `[U+${codePointOf(letter)}]`,
  );
}

function codePointOf(letter: string): string {
  return (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}
