import type { TokenStream } from "prismjs";

/** What a piece of HCL is to a reader; `plain` is everything else. */
export type TokenKind =
  "plain" | "comment" | "keyword" | "property" | "string" | "number" | "boolean" | "function" | "variable";

/** A piece of a line. */
export interface LineToken {
  readonly text: string;
  readonly kind: TokenKind;
}

const KINDS: Readonly<Record<string, TokenKind>> = {
  comment: "comment",
  keyword: "keyword",
  property: "property",
  heredoc: "string",
  string: "string",
  number: "number",
  boolean: "boolean",
  function: "function",
  type: "variable",
  interpolation: "plain",
};

/** The grammar takes a time that grows with the square of the length of a word: such a text has no colours. */
const ENDLESS_WORD = /[\w.-]{500}/;

/** The lines of an HCL or JSON text in pieces. */
export function highlightLines(
  text: string,
  tokenize: (text: string) => TokenStream,
): readonly (readonly LineToken[])[] {
  if (ENDLESS_WORD.test(text)) return text.split("\n").map((line) => [{ text: line, kind: "plain" }]);
  const lines: LineToken[][] = [[]];
  visitTokens(tokenize(text), "plain", (piece, kind) => {
    for (const [index, part] of piece.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (part !== "") lines.at(-1)?.push({ text: part, kind });
    }
  });
  return lines;
}

function visitTokens(
  stream: TokenStream,
  kind: TokenKind,
  see: (text: string, kind: TokenKind) => void,
): void {
  if (typeof stream === "string") see(stream, kind);
  else if (Array.isArray(stream)) for (const token of stream) visitTokens(token, kind, see);
  else visitTokens(stream.content, KINDS[stream.type] ?? kind, see);
}
