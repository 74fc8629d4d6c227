import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { guideView } from "../../../src/markdown/print-guide";
import { formatMarkdown } from "../../../src/review/format-markdown";
import type { Review } from "../../../src/review/review";
import { fullReview, hostileTexts, poisoned } from "../../support/poisoned-review";

/*
 * No string of a spec or a golden can become Markdown or HTML in a README or in a review that is a comment on a pull
 * request: what is printed is parsed back, and has keyspan's own markup alone.
 */

const parser = new MarkdownIt({ html: true });

/** Links, pictures and pieces of HTML of a text, as GitHub would read it. */
function markupOf(markdown: string): string[] {
  return parser.parse(markdown, {}).flatMap((token) =>
    [token, ...(token.children ?? [])].flatMap(({ type, content }) => {
      if (type === "html_block" || type === "html_inline") return [content.trim()];
      return type === "link_open" || type === "image" ? [type] : [];
    }),
  );
}

test("whatever a text of a guide holds, it is read as text", () => {
  fc.assert(
    fc.property(hostileTexts, hostileTexts, (text, other) => {
      const { title, sections } = guideView(
        {
          title: text,
          sections: [
            {
              heading: other,
              parts: [
                { kind: "paragraph", text: `before ${text} after` },
                { kind: "list", isOrdered: false, items: [text, other] },
                { kind: "table", head: ["a", text], rows: [[other, text]] },
                { kind: "heading", text: other },
                { kind: "code", language: "text", text: `${text}\n${other}` },
                { kind: "commands", commands: [["echo", text]] },
              ],
            },
          ],
        },
        "spec.yaml",
      );
      const printed = [`# ${title}`, ...sections.map((one) => `## ${one.heading}\n\n${one.text}`)].join(
        "\n\n",
      );
      expect(markupOf(printed)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test("the name of a spec does not end the comment that names it", () => {
  const { source } = guideView({ title: "a", sections: [] }, "a--->\n<b>.yaml");
  expect(markupOf(`<!-- ${source} -->\n`)).toHaveLength(1);
  expect(source).not.toContain("--");
});

describe("a review", () => {
  let review: Review;

  beforeAll(async () => {
    review = await fullReview();
  });

  /** With the titles out of the way, which are texts of the review. */
  const shapeOf = (markdown: string) =>
    markupOf(markdown).map((html) => html.replace(/<summary>[^<>]*<\/summary>/g, "<summary></summary>"));

  test("has keyspan's own markup alone, whatever a golden holds", () => {
    const own = shapeOf(formatMarkdown([poisoned(review, "x")]));
    expect(own.length).toBeGreaterThan(3);
    fc.assert(
      fc.property(hostileTexts, (text) => {
        expect(shapeOf(formatMarkdown([poisoned(review, text)]))).toEqual(own);
      }),
      { numRuns: 500 },
    );
  });
});
