import { Composer, Parser, type CST, type Document } from "yaml";
import type { SourceRange } from "../diagnostics/source-file";
import { specLimits } from "./limits";

type ParsedDocument = Document.Parsed;

/** What a text is made of: its first document and where a second one begins, or a place that is nested too deep. */
export type ComposedYaml =
  | { readonly kind: "document"; readonly document: ParsedDocument; readonly second: SourceRange | undefined }
  | { readonly kind: "too-deep"; readonly range: SourceRange };

/**
 * Reads a text as YAML. The library composes a document by calling itself for every level, and Node aborts where the
 * stack ends within a regular expression: how deep a text is nested is taken from its tokens before.
 */
export function composeYaml(text: string, options: ConstructorParameters<typeof Composer>[0]): ComposedYaml {
  const tokens = [...new Parser().parse(text)];
  const deep = findTooDeep(tokens);
  if (deep !== undefined) return { kind: "too-deep", range: { start: deep, end: deep + 1 } };
  const [document, second] = new Composer(options).compose(tokens, true, text.length);
  if (document === undefined) throw new Error("the library composes a document of any text");
  const range = second && { start: second.range[0], end: second.range[1] };
  return { kind: "document", document, second: range };
}

/** The first place of the text that is nested deeper than is read. */
function findTooDeep(tokens: readonly CST.Token[]): number | undefined {
  let found: number | undefined;
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > specLimits.depth) found = Math.min(found ?? Infinity, token.offset);
    else for (const child of childrenOf(token)) waiting.push({ token: child, depth: depth + 1 });
  }
  return found;
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === "document") return token.value === undefined ? [] : [token.value];
  if (!("items" in token)) return [];
  return token.items.flatMap(({ key, value }) => [key ?? [], value ?? []].flat());
}
