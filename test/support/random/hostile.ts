import fc from "fast-check";
import { stringify } from "yaml";
import { createSourceFile } from "../../../src/diagnostics/source-file";
import { parseYaml } from "../../../src/spec/parse-yaml";
import { toData } from "../../../src/spec/spec-node";
import { difficultTexts } from "../texts";
import { acceptedSpecs, exampleSpecs, refusedSpecs } from "../specs";

/** Texts that a parser, a schema or a JavaScript object may stumble over, where a value or a name may stand. */
const VALUES: readonly string[] = [
  ...["null", "~", "true", "yes", "0x1F", "0o17", "1_000", "1e999", "-1e999", ".inf", ".nan", "-0", "1e-7"],
  ...[
    "2024-01-01",
    "2024-01-01T00:00:00Z",
    "12:30:45",
    "16.10",
    '"16.10"',
    "111122223333",
    "9007199254740993",
  ],
  ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf", "__defineGetter__"],
  ...["*a", "&a x", "&a [*a]", "!!binary aGk=", "!!set {a, b}", "!<tag:x> y", "!!js/function 'x'", "<<"],
  ...[
    "{}",
    "[]",
    "[[]]",
    "{a: }",
    "{? [a] : b}",
    "{? : }",
    "[a: b]",
    "|",
    ">-",
    "|2-",
    "'",
    '"',
    '"\\u0000"',
    '"\\uD800"',
  ],
  ...[
    "-",
    "?",
    ":",
    "#",
    "%",
    "@",
    "`",
    "---",
    "...",
    "%YAML 1.1",
    "- - - -",
    "? - a",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&",
    "*",
    "!",
  ],
  ...[
    "../../etc/passwd",
    "..",
    "/",
    "C:\\",
    "a/../b",
    "\u0000",
    "\ufeff",
    "\u2028",
    "\ud83d",
    "\u{1f511}",
    "\r\n",
    "\t",
  ],
  ...[
    "${path.module}",
    "%{ if true }",
    "{{name}}",
    "<script>",
    "$(id)",
    "`id`",
    "arn:aws:kms:us-east-1:1:key/x",
  ],
  ...["us-east-1", "eu-west-1", "x".repeat(300), "-".repeat(40), " ".repeat(50), "a".repeat(64) + "!"],
];

/** Pieces of documents: what the language is written in, and what it is not. */
const pieces: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...VALUES) },
  { weight: 1, arbitrary: difficultTexts },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
);

const FIELDS = [
  ...[
    "apiVersion",
    "name",
    "provider",
    "terraform",
    "primaryRegion",
    "regions",
    "keys",
    "databases",
    "accept",
  ],
  ...[
    "strategy",
    "policy",
    "statements",
    "overrides",
    "arns",
    "engine",
    "topology",
    "key",
    "instances",
    "tags",
  ],
];

/** Documents of YAML, nested, with names of the language and others, and with values of every kind. */
export const grammarDocuments: fc.Arbitrary<string> = fc
  .letrec<{ block: string; value: string }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, pieces, tie("block")),
    block: fc
      .tuple(
        fc.array(fc.tuple(fc.oneof(fc.constantFrom(...FIELDS), pieces), tie("value")), { maxLength: 5 }),
        fc.constantFrom("map", "list", "flow"),
      )
      .map(([entries, form]) => printBlock(entries, form)),
  }))
  .block.map((text) => `apiVersion: keyspan/v1\n${text}`);

function printBlock(entries: readonly (readonly [string, string])[], form: string): string {
  const indented = (text: string) =>
    text.includes("\n") ? `\n  ${text.replaceAll("\n", "\n  ")}` : ` ${text}`;
  if (form === "flow") return `{${entries.map(([name, value]) => `${name}: ${value}`).join(", ")}}`;
  return entries
    .map(([name, value]) => (form === "map" ? `${name}:${indented(value)}` : `-${indented(value)}`))
    .join("\n");
}

const SEEDS: readonly string[] = [...exampleSpecs(), ...acceptedSpecs(), ...refusedSpecs()].map(
  ({ text }) => text,
);

/** A change of a text at places given as fractions of its length. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly kind: "insert" | "replace" | "value" | "name" | "delete" | "repeat" | "move" | "indent";
}

const changes: fc.Arbitrary<Change> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 40 }),
  piece: pieces,
  kind: fc.constantFrom("insert", "replace", "value", "value", "name", "delete", "repeat", "move", "indent"),
});

/** Every spec of the repository, changed in a few places. */
export const mutatedSpecs: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(changes, { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 0, max: 30 }),
  )
  .map(([seed, made, form]) => inForm(made.reduce(applyChange, seed), form));

function applyChange(text: string, { at, length, piece, kind }: Change): string {
  const start = Math.floor(at * text.length);
  const [before, rest] = [text.slice(0, start), text.slice(start)];
  switch (kind) {
    case "insert":
      return before + piece + rest;
    case "replace":
      return before + piece + rest.slice(length);
    case "delete":
      return before + rest.slice(length);
    case "repeat":
      return before + rest.slice(0, length * 4) + rest;
    case "move":
      return rest + before;
    case "value":
      return before + rest.replace(/:[^\n]*/, () => `: ${piece}`);
    case "name":
      return before + rest.replace(/[A-Za-z-]+:/, () => `${piece}:`);
    case "indent":
      return (
        before +
        rest.replace(/\n( *)/, (_, spaces: string) => `\n${" ".repeat((spaces.length + length) % 9)}`)
      );
  }
}

type Data = Record<string | number, unknown>;

/** A value in a document, by what holds it. */
interface Place {
  readonly parent: Data;
  readonly name: string | number;
}

function placesIn(data: unknown): Place[] {
  if (data === null || typeof data !== "object") return [];
  const parent = data as Data;
  const names = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return names.flatMap((name) => [{ parent, name }, ...placesIn(parent[name])]);
}

const PARSED: readonly unknown[] = SEEDS.flatMap((text) => {
  const { value } = parseYaml(createSourceFile("seed.yaml", text));
  return value === undefined ? [] : [toData(value.root)];
});
const DONORS = PARSED.flatMap(placesIn);

/** Whole specs with values, lists and maps from elsewhere in them: well formed, and wrong in what they say. */
export const rearrangedSpecs: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PARSED),
    fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom("give", "give", "rename", "remove")), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([seed, made]) => {
    const data = structuredClone(seed);
    for (const [at, from, kind] of made) {
      const places = placesIn(data);
      const place = places[at % places.length];
      const donor = DONORS[from % DONORS.length];
      if (place === undefined || donor === undefined) continue;
      const { parent, name } = place;
      if (kind === "give") parent[name] = structuredClone(donor.parent[donor.name]);
      else if (!Array.isArray(parent)) {
        if (kind === "rename") parent[donor.name] = parent[name];
        Reflect.deleteProperty(parent, name);
      }
    }
    return stringify(data);
  });

/** Now and then with a byte order mark, Windows line ends, old Mac line ends, or as JSON would be indented. */
function inForm(text: string, form: number): string {
  if (form === 0) return `\ufeff${text}`;
  if (form === 1) return text.replaceAll("\n", "\r\n");
  if (form === 2) return text.replaceAll("\n", "\r");
  return form === 3 ? text.replaceAll("  ", "\t") : text;
}
