/*
 * The only file that loads the libraries of the page, when a page is asked for: no other command pays for them.
 * Of Prism only the tokenizer is used; HTML is made by `markup` alone (docs/adr/0008-page-of-a-review.md).
 */
import type * as Diff from "diff";
import type { Grammar, TokenStream } from "prismjs";

/** What the page is made with. */
export interface PageLibraries {
  readonly diff: Pick<typeof Diff, "diffArrays" | "diffWordsWithSpace">;
  readonly tokenize: (text: string) => TokenStream;
}

/** Loads the libraries. */
export async function loadPageLibraries(): Promise<PageLibraries> {
  const diff = await import("diff");
  const { default: prism } = await import("prismjs");
  await import("prismjs/components/prism-hcl");
  const grammar: Grammar = prism.languages["hcl"] ?? {};
  return { diff, tokenize: (text) => prism.tokenize(text, grammar) };
}
