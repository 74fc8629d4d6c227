import * as diff from "diff";
import fc from "fast-check";
import { alignLines } from "../../../../src/review/html/align-lines";
import { fileDiffs } from "../../../../src/review/html/file-diff";
import { highlightLines } from "../../../../src/review/html/highlight";
import { loadPageLibraries } from "../../../../src/review/html/libraries";
import { markTokens, wordMarks } from "../../../../src/review/html/word-marks";
import { isPresent } from "../../../../src/base/present";

const align = (before: string, after: string) =>
  alignLines(before.split("\n"), after.split("\n"), diff).map(
    ({ kind, before: old, after: now }) => `${kind} ${old ?? "-"} ${now ?? "-"}`,
  );

test.each([
  [
    "a line that changes stands beside what it was",
    "a = 1\nb = 2",
    "a = 1\nb = 3",
    ["same 0 0", "changed 1 1"],
  ],
  [
    "lines that give the same argument stand beside each other",
    "x = 1\ny = 1",
    "w = 0\ny = 2",
    ["removed 0 -", "added - 0", "changed 1 1"],
  ],
  [
    "lines that differ only in their alignment are the same",
    "a = 1\nb = 2",
    "a      = 1\nb      = 2\nlonger = 3",
    ["same 0 0", "same 1 1", "added - 2"],
  ],
  ["blanks inside a value are no alignment", 'a = "x  y"', 'a = "x y"', ["changed 0 0"]],
])("%s", (_, before, after, rows) => {
  expect(align(before, after)).toEqual(rows);
});

const lines = fc.array(fc.constantFrom("a = 1", "a  = 1", "a = 2", "b = 1", "}", "", "text"), {
  maxLength: 12,
});

test("every line of both sides is shown, once and in order", () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const rows = alignLines(before, after, diff);
      expect(rows.map((row) => row.before).filter(isPresent)).toEqual(before.map((__, index) => index));
      expect(rows.map((row) => row.after).filter(isPresent)).toEqual(after.map((__, index) => index));
    }),
  );
});

test("unchanged lines far from every change are folded, and each part says which block changes", () => {
  const block = (name: string, value: number) =>
    [
      `resource "aws_kms_key" "${name}" {`,
      ...Array.from({ length: 12 }, (_, at) => `  a${at} = ${value}`),
      "}",
    ].join("\n");
  const file = (value: number) => [
    { path: "keys.tf", content: `${block("a", 1)}\n\n${block("b", 1).replace("a9 = 1", `a9 = ${value}`)}\n` },
    { path: "README.md", content: "same\n" },
  ];
  const [found, ...others] = fileDiffs(file(1), file(2), diff);
  expect(others).toEqual([]);
  expect(found?.parts.map(({ kind, rows, blocks }) => [kind, rows.length, blocks])).toEqual([
    ["folded", 22, []],
    ["shown", 7, ["aws_kms_key.b"]],
  ]);
  expect([found?.linesAdded, found?.linesRemoved]).toEqual([1, 1]);
});

test("two texts that are too far apart are one that goes and one that comes", () => {
  const far = (mostEdits: number) =>
    alignLines(["a", "b", "c", "d"], ["w", "b", "x", "y"], diff, mostEdits).map(({ kind }) => kind);
  expect(far(6)).toContain("same");
  expect(far(5)).toEqual([...Array<string>(4).fill("removed"), ...Array<string>(4).fill("added")]);
});

test("colours leave every letter where it is", async () => {
  const { tokenize } = await loadPageLibraries();
  const pieces = fc.constantFrom(
    ...[
      'resource "a" "b" {\n',
      '"',
      "${",
      "}",
      "<<EOF\n",
      "EOF\n",
      "# c\n",
      "/*",
      "*/",
      "a = 1\n",
      "\\",
      "jsonencode(",
    ],
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const shown = highlightLines(text, tokenize).map((line) => line.map((token) => token.text).join(""));
      expect(shown).toEqual(text.split("\n"));
    }),
  );
  expect(highlightLines('a = "x"', tokenize)[0]?.map(({ text, kind }) => [text, kind])).toEqual([
    ["a", "property"],
    [" ", "plain"],
    ["=", "plain"],
    [" ", "plain"],
    ['"x"', "string"],
  ]);
});

test("a text with an endless word has no colours, for the grammar would take minutes", async () => {
  const { tokenize } = await loadPageLibraries();
  expect(highlightLines("a".repeat(100_000), tokenize)).toEqual([
    [{ text: "a".repeat(100_000), kind: "plain" }],
  ]);
});

test("words that differ are marked, where most of the line stays", () => {
  const marks = wordMarks('a = "one two three"', 'a = "one 2 three"', diff);
  expect(marks).toEqual({ before: [{ start: 9, end: 12 }], after: [{ start: 9, end: 10 }] });
  expect(markTokens([{ text: "one two", kind: "string" }], [{ start: 4, end: 7 }])).toEqual([
    { text: "one ", kind: "string", isMarked: false },
    { text: "two", kind: "string", isMarked: true },
  ]);
  expect(wordMarks("description = 1", "a.b.c(d)", diff)).toEqual({ before: [], after: [] });
});
