import fc from "fast-check";
import { compile } from "../../../src/compile";
import { specLimits } from "../../../src/spec/limits";
import { grammarDocuments, mutatedSpecs, rearrangedSpecs } from "../../support/random/hostile";
import { checkSurvival } from "../../support/random/survival";

/*
 * Documents that nobody wrote in good faith: each ends in diagnostics with a place or compiles, soon. `npm run fuzz`
 * does the same with many more.
 */

/** Jest runs the sources as they are, beside other tests; a square still shows. */
const SLACK = 4;

const HEAD = `apiVersion: keyspan/v1
name: orders
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys:
  storage: { strategy: single-region }
`;

function many(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => line(index)).join("\n");
}

/** About 100,000 characters each. */
const LARGE: readonly (readonly [string, string, string])[] = [
  ["spaces in a version", HEAD.replace("aws }", `aws, version: "${" ".repeat(100_000)}x" }`), "refused"],
  ["commas in a version", HEAD.replace("aws }", `aws, version: "${"1.0 ,".repeat(20_000)}x" }`), "refused"],
  [
    "dots in a host name",
    `${HEAD}terraform: { backend: { remote: { organization: a, workspacePrefix: a, hostname: "${"a.".repeat(50_000)}!" } } }\n`,
    "refused",
  ],
  ["hyphens in the name", HEAD.replace("orders", "a-".repeat(50_000)), "refused"],
  [
    "hundreds of key sets",
    HEAD + many(400, (index) => `  k${index}: { strategy: single-region }`),
    "compiled",
  ],
  [
    "thousands of misspelt fields",
    `${HEAD}databases:\n${many(2000, (index) => `  d${index}: { engine: postgres, topologz: x }`)}`,
    "refused",
  ],
  [
    "thousands of Regions that are none",
    HEAD.replace("[us-east-1]", `[${many(5000, (index) => `r${index},`)}]`),
    "refused",
  ],
  ["open brackets", `a: ${"[".repeat(100_000)}`, "refused"],
  ["brackets", `a: ${"[".repeat(50_000)}${"]".repeat(50_000)}`, "refused"],
  ["open braces", "{a: ".repeat(25_000), "refused"],
  ["lists of lists", `${"- ".repeat(50_000)}x`, "refused"],
  ["keys of keys", `${"? ".repeat(50_000)}x`, "refused"],
  ["blocks of blocks", many(400, (index) => `${" ".repeat(index)}a:`), "refused"],
  ["NUL bytes", "\0".repeat(100_000), "refused"],
  ["half surrogate pairs", "\ud800".repeat(100_000), "refused"],
  ["tabs", "\t".repeat(100_000), "refused"],
  ["documents", "---\na: 1\n".repeat(10_000), "refused"],
  ["the same key", "a: 1\n".repeat(20_000), "refused"],
  ["directives", `${"%YAML 1.2\n".repeat(10_000)}---\n${HEAD}`, "compiled"],
  ["Windows line ends", `\ufeff${HEAD}${"# comment\n".repeat(8000)}`.replaceAll("\n", "\r\n"), "compiled"],
];

beforeAll(() => {
  // The schema is compiled at the first document, and is not what is measured.
  compile({ name: "spec.yaml", text: HEAD });
});

test.each(LARGE)("%s end soon, in diagnostics or a deployment", (_, text, fate) => {
  expect(checkSurvival(text, SLACK)).toBe(fate);
});

test("50 million characters are refused before they are read", () => {
  expect(checkSurvival("a: b\n".repeat(10_000_000), SLACK)).toBe("refused");
});

test("aliases of aliases end at the limit of nodes, merges of merges too", () => {
  const bomb = (line: (index: number) => string) => `l0: &l0 {a: 1}\n${many(60, (index) => line(index + 1))}`;
  const lists = bomb((index) => `l${index}: &l${index} [${`*l${index - 1}, `.repeat(10)}]`);
  const merges = bomb(
    (index) => `l${index}: &l${index} {<<: [*l${index - 1}, *l${index - 1}], b${index}: 1}`,
  );
  for (const text of [lists, merges]) {
    expect(compile({ name: "spec.yaml", text }).diagnostics).toMatchObject([{ code: "spec/too-many-nodes" }]);
  }
});

test("names that every object has are names like any other", () => {
  const names = ["__proto__", "constructor", "prototype", "hasOwnProperty", "toString"];
  for (const name of names) {
    const { diagnostics } = compile({ name: "spec.yaml", text: `${HEAD}${name}: { polluted: true }\n` });
    expect(diagnostics).toMatchObject([{ code: "spec/unknown-field" }]);
  }
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

test.each([
  ["a number beyond all numbers", "1e999", "spec/number-not-finite"],
  ["a number below all numbers", "-1e999", "spec/number-not-finite"],
  ["a version that is read as a number", "16.10", "spec/wrong-type"],
  ["a number that loses digits", "9007199254740993", "spec/number-not-exact"],
  ["a truth", "yes", undefined],
  ["a date", "2024-01-01", undefined],
  ["a time", "12:30:45", undefined],
])("%s, where text must stand, is text as it stands or is refused where it stands", (_, value, code) => {
  const text = HEAD.replace("name: aws", `name: aws, tags: { note: ${value} }`);
  const { diagnostics, deployment } = compile({ name: "spec.yaml", text });
  expect(diagnostics.map((one) => one.code)).toEqual(code === undefined ? [] : [code]);
  for (const { range } of diagnostics) expect(text.slice(range.start, range.end)).toBe(value);
  if (code === undefined) expect(JSON.stringify(deployment?.programs)).toContain(`"${value}"`);
});

test("the limit of depth is far above what the language has", () => {
  expect(specLimits.depth).toBeGreaterThan(12 * 4);
});

test.each([
  ["of YAML's grammar", grammarDocuments],
  ["that are specs with changes in their text", mutatedSpecs],
  ["that are specs with parts of others in them", rearrangedSpecs],
])("documents %s end in diagnostics with a place, or compile", (_, documents) => {
  fc.assert(
    fc.property(documents, (text) => {
      checkSurvival(text, SLACK);
    }),
    { numRuns: 300, seed: 20_251, endOnFailure: true },
  );
});
