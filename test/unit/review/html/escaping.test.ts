import fc from "fast-check";
import { formatHtml } from "../../../../src/review/html/page";
import { visible } from "../../../../src/review/html/markup";
import type { Review } from "../../../../src/review/review";
import type { ReviewedFile } from "../../../../src/review/configuration";
import { attribute, elementsOf, textOf, withClass, type PageElement } from "../../../support/html";
import { fullReview, hostileTexts, poisoned } from "../../../support/poisoned-review";

/*
 * No string of a spec or a golden can become HTML: every text of a review is replaced by one that tries, and the
 * page is parsed back by a parser that does what browsers do.
 */

const ELEMENTS = new Set(
  `html head meta link title style body a header h1 nav ul li main article h2 p strong b i div section h3 span
   details summary svg defs marker path g rect text dl dt dd code em h4 table caption colgroup col thead tbody tr th
   td ol pre del ins footer`.split(/\s+/),
);
const ATTRIBUTES = new Set(
  `lang charset http-equiv content name rel href class id tabindex role scope open viewBox x y width height rx d
   refX refY markerWidth markerHeight orient marker-end`.split(/\s+/),
);

/** What of an element is not keyspan's own. */
function strangeIn({ tagName, attrs }: PageElement): string[] {
  const strange = attrs.filter(
    ({ name, value }) =>
      !(name.startsWith("aria-") || ATTRIBUTES.has(name)) ||
      (name === "href" && tagName === "a" && !/^#[\w-]+$/.test(value)),
  );
  const names = strange.map(({ name, value }) => `${tagName} ${name}=${value}`);
  return ELEMENTS.has(tagName) ? names : [tagName, ...names];
}

let review: Review;

beforeAll(async () => {
  review = await fullReview();
});

const files = (path: string, content: string): readonly ReviewedFile[] => [{ path, content }];

test("the review that is poisoned has everything that a page shows", () => {
  const [key] = review.resources;
  expect(key?.arguments).not.toEqual([]);
  expect(key?.findings.length).toBeGreaterThan(1);
  expect(review.resources.some(({ migration }) => migration !== undefined)).toBe(true);
  expect(review.settings).not.toEqual([]);
  expect(review.drawPicture().edges).not.toEqual([]);
});

test("whatever a spec or a golden holds, the page has keyspan's elements and attributes alone", async () => {
  await fc.assert(
    fc.asyncProperty(hostileTexts, hostileTexts, async (text, other) => {
      const page = await formatHtml([
        {
          review: poisoned(review, text),
          before: files(`${text}.tf`, `a = "${text}"\n${other}\n`),
          after: files(`${text}.tf`, `a = "${other}"\n${text}\n`),
        },
        { review: poisoned(review, other), before: [], after: files(other, text) },
      ]);
      const elements = elementsOf(page);
      expect(elements.flatMap(strangeIn)).toEqual([]);
      const ids = elements.flatMap((element) => attribute(element, "id") ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const title = elements.find(({ tagName }) => tagName === "title");
      expect(title && textOf(title)).toBe(`Review of ${visible(text)}, ${visible(other)}`);
    }),
    { numRuns: 15 },
  );
});

test("a file is shown to the letter, unseen characters by their code points", async () => {
  const unchanged = { ...review, resources: [], settings: [], picture: { regions: [], edges: [] } };
  await fc.assert(
    fc.asyncProperty(fc.array(hostileTexts, { minLength: 1, maxLength: 4 }), async (texts) => {
      const lines = texts.join("\n").split("\n");
      const page = await formatHtml([
        { review: unchanged, before: [], after: files("keys.tf", `${lines.join("\n")}\n`) },
      ]);
      const cells = withClass(elementsOf(page), "now").filter(
        (cell) => !(attribute(cell, "class") ?? "").endsWith(" n"),
      );
      expect(cells.map(textOf)).toEqual(lines.map((line) => `+${visible(line)}`));
    }),
    { numRuns: 15 },
  );
});

test.each([
  ["a\u202eb", "a[U+202E]b"],
  ["\u0000\r", "[U+0000][U+000D]"],
  ["\ud800", "[U+D800]"],
  ["é 🔑 \t\n", "é 🔑 \t\n"],
])("%j is shown as %j", (text, shown) => {
  expect(visible(text)).toBe(shown);
});
