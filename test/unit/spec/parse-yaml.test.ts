import { createSourceFile } from "../../../src/diagnostics/source-file";
import { specLimits } from "../../../src/spec/limits";
import { parseYaml } from "../../../src/spec/parse-yaml";
import { toData } from "../../../src/spec/spec-node";
import { readMarkers } from "../../support/markers";

function parse(marked: string) {
  const { text, ranges } = readMarkers(marked);
  const { value, diagnostics } = parseYaml(createSourceFile("spec.yaml", text));
  return {
    data: value === undefined ? undefined : toData(value.root),
    found: diagnostics.map(({ code, range }) => ({ code, range })),
    /** Codes with the text that they are about. */
    said: diagnostics.map(({ code, range }) => `${code} ${text.slice(range.start, range.end)}`),
    ranges,
  };
}

test("a document over the limit of length is refused before it is parsed (spec/too-large)", () => {
  const { found } = parse(`# ${"x".repeat(specLimits.documentLength)}\nname: orders\n`);
  expect(found).toEqual([{ code: "spec/too-large", range: { start: 0, end: 0 } }]);
});

test("a document at the limit of length is read", () => {
  const name = "name: orders\n#";
  const { data } = parse(name + "x".repeat(specLimits.documentLength - name.length));
  expect(data).toEqual({ name: "orders" });
});

test("aliases of aliases end in a diagnostic, not in a machine without memory (spec/too-many-nodes)", () => {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const items = Array.from({ length: 10 }, () => (level === 0 ? "x" : `*level${level - 1}`));
    return `level${level}: &level${level} [${items.join(", ")}]\n`;
  });
  // Nodes of the text itself and of its first aliases, until the limit is reached within one of them.
  expect(parse(levels.join("")).said).toEqual(["spec/too-many-nodes *level4"]);
});

test("an alias is the value of its anchor, at the place of the alias", () => {
  const { data } = parse("one: &roles [a, b]\ntwo: *roles\n");
  expect(data).toEqual({ one: ["a", "b"], two: ["a", "b"] });
});

test("a merge key fills in what the map does not say itself", () => {
  const { data } = parse("base: &base { a: 1, b: 1 }\nown: { <<: *base, b: 2 }\n");
  expect(data).toEqual({ base: { a: 1, b: 1 }, own: { b: 2, a: 1 } });
});

test("keys are text, whatever YAML would make of them", () => {
  expect(parse("1: a\ntrue: b\n~: c\n").data).toEqual({ "1": "a", true: "b", "~": "c" });
});

test.each([
  ["a list", "? «[a, b]»\n: c\n"],
  ["a template that was not filled in", "«{{ region }}»: c\n"],
  ["a template in the place of a value", "region: {«{ region }»}\n"],
])("a key that is %s is marked as a whole", (_, marked) => {
  const { found, ranges } = parse(marked);
  expect(found).toEqual([{ code: "spec/key-not-text", range: ranges[0] }]);
});

test("of errors in the syntax only the first is told, for the others follow from it", () => {
  const { found, ranges } = parse("keys:\n«\t»storage:\n\t\tstrategy: existing\n");
  expect(found).toEqual([{ code: "spec/yaml-syntax", range: ranges[0] }]);
});

test("every tag that is not YAML's own is told", () => {
  const { found, ranges } = parse("a: «!Ref» x\nb: «!Sub» y\n");
  expect(found).toEqual(ranges.map((range) => ({ code: "spec/yaml-syntax", range })));
});

test.each([
  ["a second document", "a: 1\n«---\nb: 2\n»"],
  ["an alias without an anchor", "a: «*b»\n"],
  ["an alias before its anchor", "a: «*b»\nb: &b 1\n"],
])("%s is refused", (_, marked) => {
  const { found, ranges } = parse(marked);
  expect(found).toEqual([{ code: "spec/yaml-syntax", range: ranges[0] }]);
});

test("a document may end with its end marker", () => {
  expect(parse("a: 1\n...\n").data).toEqual({ a: 1 });
});

test("an alias within its own anchor is told at the alias", () => {
  const { found, ranges } = parse("a: &a\n  b:\n    c: «*a»\n");
  expect(found).toEqual([{ code: "spec/alias-cycle", range: ranges[0] }]);
});

test.each([
  ["an alias to a list", "a: &a [1]\nb: { <<: «*a» }\n"],
  ["a list with something else", "a: &a { c: 1 }\nb: { <<: [*a, «1»] }\n"],
  ["text", "b: { <<: «a» }\n"],
])("%s cannot be merged", (_, marked) => {
  const { found, ranges } = parse(marked);
  expect(found).toEqual([{ code: "spec/merge-not-a-map", range: ranges[0] }]);
});
