/** A text as XML takes it, in an element or in an attribute. */
export function escapeXml(text: string): string {
  return text
    .replace(UNPRINTABLE, "\u{fffd}")
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/**
 * What no XML document may hold, https://www.w3.org/TR/xml/#charsets, and the characters that readers take for
 * breaks or that turn the direction of a text.
 */
const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- control characters are what this finds
  /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** An element; `content` is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: string,
): string {
  const list = Object.entries(attributes).map(
    ([attribute, value]) => ` ${attribute}="${typeof value === "number" ? value : escapeXml(value)}"`,
  );
  return content === undefined
    ? `<${name}${list.join("")}/>`
    : `<${name}${list.join("")}>${content}</${name}>`;
}

/** Tenths of a pixel are seen by nobody. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
