import { parse } from "@cdktf/hcl2json";
import { format } from "@cdktf/hcl-tools";
import fc from "fast-check";
import {
  call,
  jsonencode,
  operation,
  reference,
  template,
  toExpression,
  type ExpressionNode,
} from "../../../src/terraform/expression";
import { printAssignments, printExpression, printInline } from "../../../src/terraform/print-expression";
import { readExpression, readTemplate, textOf } from "../../support/terraform-value";
import { difficultTexts } from "../../support/texts";

const key = reference<string>("aws_kms_key", "storage", "arn");

const INLINE: readonly (readonly [ExpressionNode, string])[] = [
  [toExpression(null), "null"],
  [toExpression(true), "true"],
  [toExpression(-1.5), "-1.5"],
  [toExpression('a "b" \\ c'), String.raw`"a \"b\" \\ c"`],
  [toExpression("two\nlines\tand a tab"), String.raw`"two\nlines\tand a tab"`],
  [toExpression("${a} %{b} $a %b"), '"$${a} %%{b} $a %b"'],
  [toExpression("\u0007\u2028\ufeff"), String.raw`"\u0007\u2028\ufeff"`],
  [toExpression("é🔑"), '"é🔑"'],
  [key, "aws_kms_key.storage.arn"],
  [reference("data", "x", "y", "outputs", "a b", "0"), 'data.x.y.outputs["a b"][0]'],
  [template`a ${key} b`, '"a ${aws_kms_key.storage.arn} b"'],
  [template`a$${key}`, '"a${"$"}${aws_kms_key.storage.arn}"'],
  [template`a ${"b"}`, '"a b"'],
  [call("f", 1, ["a"], key), 'f(1, ["a"], aws_kms_key.storage.arn)'],
  [call("f"), "f()"],
  [operation(call("length", key), ">=", 8), "length(aws_kms_key.storage.arn) >= 8"],
  [toExpression([]), "[]"],
  [toExpression({}), "{}"],
  [toExpression({ a: 1, left_out: undefined, "b c": [true] }), '{ a = 1, "b c" = [true] }'],
  [toExpression({ for: 1, null: 2, "9a": 3, "a-b": 4 }), '{ "for" = 1, "null" = 2, "9a" = 3, a-b = 4 }'],
];

test.each(INLINE)("%j on one line is %s", (node, expected) => {
  expect(printInline(node)).toBe(expected);
});

test("a list that fits stays on its line; one that does not has an item on each", () => {
  const list = toExpression(["first", "second"]);
  expect(printExpression(list, 2, 80)).toBe('["first", "second"]');
  expect(printExpression(list, 2, 82)).toBe('[\n    "first",\n    "second",\n  ]');
  expect(printExpression(toExpression([{ a: 1 }]), 0, 0)).toBe("[\n  {\n    a = 1\n  },\n]");
});

test("a single object opens on the line of its call", () => {
  expect(printExpression(jsonencode({ A: "x", Bc: 1 }), 0, 0)).toBe('jsonencode({\n  A  = "x"\n  Bc = 1\n})');
});

test("equals signs of neighbours stand in one column, and a value over several lines by itself", () => {
  const assignments = Object.entries({ a: 1, long_name: 2, map: { é: 1, ee: 2 }, b: 3, cc: 4 });
  const lines = printAssignments(
    assignments.map(([name, value]) => ({ name, value: toExpression(value) })),
    2,
  );
  expect(lines.join("\n")).toBe(`  a         = 1
  long_name = 2
  map = {
    "é" = 1
    ee  = 2
  }
  b  = 3
  cc = 4`);
});

/** Characters that join with others, in some version of Unicode at least, and letters of many scripts. */
const JOINING = [
  ...[
    "e\u0301",
    "\u{1cf19}x",
    "\u0bcd\u0b95",
    "\u0915\u094d\u0937",
    "\u1100\u1161\u11a8",
    "\ud55c\uae00",
    "\u0600a",
  ],
  ...[
    "\u{1f1e9}\u{1f1ea}",
    "\u{1f468}\u200d\u{1f469}",
    "\u{1f511}\ufe0f",
    "\u00a9\ufe0f",
    "\u200b",
    "\u00ad",
    "\u{e0001}",
  ],
  ...["é", "Größe", "ключ", "κλειδί", "鍵", "カギ", "מפתח", "مفتاح", "กุญแจ", "\u{323af}", "\u{10ffff}"],
];

test("names are aligned as the formatter has it, in whatever script and version of Unicode they are", async () => {
  const lines = JOINING.flatMap((text) => [`${text}1`, `k${text}${text}`, "short"]).map((name, index) => ({
    name: `t${index}`,
    value: toExpression({ [name]: 1, a: 2, [`${name}-and-more`]: 3 }),
  }));
  const file = `locals {\n${printAssignments(lines, 2).join("\n")}\n}\n`;
  expect(file).toBe(await format(file));
});

test("what joins with a neighbour is escaped in a name, and what every reader sees alone is not", () => {
  expect(printInline(toExpression({ "Größe 鍵": 1 }))).toBe('{ "Größe 鍵" = 1 }');
  expect(printInline(toExpression({ "e\u0301 \u{1cf19}": 1 }))).toBe(
    String.raw`{ "e\u0301 \U0001cf19" = 1 }`,
  );
});

test("whatever a text holds, exactly this text is read again", () => {
  fc.assert(
    fc.property(difficultTexts, (text) => {
      expect(readExpression(printInline(toExpression(text)))).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test("whatever stands around a reference, it stays a reference", () => {
  fc.assert(
    fc.property(difficultTexts, difficultTexts, (before, after) => {
      const read = readExpression(printInline(template`${before}${key}${after}`));
      expect(textOf(read)).toBe(`${before}<aws_kms_key.storage.arn>${after}`);
    }),
    { numRuns: 1000 },
  );
});

const plainData = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    difficultTexts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(difficultTexts, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test("data over several lines is read as the data it was", () => {
  fc.assert(
    fc.property(plainData.value, (value) => {
      const node = toExpression(value as string);
      expect(readExpression(printExpression(node, 4, 20))).toEqual(value);
      expect(readExpression(printInline(node))).toEqual(value);
    }),
    { numRuns: 300 },
  );
});

test("HashiCorp's own parser reads the texts and names that were meant", async () => {
  const texts = fc.sample(difficultTexts, { numRuns: 300, seed: 7 });
  const lines = texts.map((text, index) => ({
    name: `t${index}`,
    value: toExpression({ [`k${text}`]: [text] }),
  }));
  const { locals } = (await parse("m.tf", `locals {\n${printAssignments(lines, 2).join("\n")}\n}\n`)) as {
    locals: Record<string, Record<string, string[]>>[];
  };
  const read = texts.map((_, index) =>
    Object.entries(locals[0]?.[`t${index}`] ?? {}).map(([name, [text = ""]]) => [
      readTemplate(name),
      readTemplate(text),
    ]),
  );
  // Terraform composes characters: https://developer.hashicorp.com/terraform/language/expressions/strings.
  expect(read).toEqual(texts.map((text) => [[`k${text}`.normalize("NFC"), text.normalize("NFC")]]));
});
