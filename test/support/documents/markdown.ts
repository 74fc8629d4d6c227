import MarkdownIt from "markdown-it";
import { listFiles } from "../repository";

/** A fenced block of a document: `language title`, and what stands in it. */
export interface Fence {
  readonly language: string;
  /** What follows the language: the name of the file that the block shows, else nothing. */
  readonly title: string;
  readonly text: string;
}

/** The documents that people read: those of the repository, not what is emitted. */
export function documents(): readonly string[] {
  const all = [...listFiles("docs"), ...listFiles(".", { recursive: false })];
  return all.filter((file) => file.endsWith(".md"));
}

/** The fenced blocks of a document, in its order. */
export function fencesOf(markdown: string): Fence[] {
  return tokensOf(markdown).flatMap(({ type, info, content }) => {
    if (type !== "fence") return [];
    const [language = "", ...title] = info.split(" ");
    return [{ language, title: title.join(" "), text: content }];
  });
}

/** Where the links and pictures of a document lead to. */
export function linksOf(markdown: string): string[] {
  return tokensOf(markdown).flatMap((token) => {
    const target = token.attrGet(token.type === "image" ? "src" : "href");
    return target === null ? [] : [String(target)];
  });
}

/** The anchors that a page has on GitHub: its headings, numbered where they are the same. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const tokens = parser.parse(markdown, {});
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const slug = slugOf(textOf(tokens[index + 1]));
    let [anchor, count] = [slug, 0];
    while (anchors.has(anchor)) anchor = `${slug}-${(count += 1)}`;
    anchors.add(anchor);
  }
  return anchors;
}

const parser = new MarkdownIt({ html: true });
type Token = ReturnType<typeof parser.parse>[number];

/** As GitHub makes it: lower case, without punctuation, blanks as hyphens. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}

function textOf(token: Token | undefined): string {
  return (token?.children ?? []).map(({ content }) => content).join("");
}

function tokensOf(markdown: string): Token[] {
  return parser.parse(markdown, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}
