import Ajv from "ajv";
import { parse } from "yaml";
import { readText } from "../../support/repository";
import { acceptedSpecs, exampleSpecs } from "../../support/specs";

/* The schema as editors use it: schema/keyspan.v1.schema.json, read by whatever they have. */

interface Node {
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
}

const schema = JSON.parse(readText("schema/keyspan.v1.schema.json")) as Node;
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

/** Every field of the language, by where it stands in the schema. */
function fieldsIn(node: unknown, path: string): [string, Node][] {
  if (typeof node !== "object" || node === null) return [];
  const own = Object.entries((node as Node).properties ?? {}).map(([name, field]): [string, Node] => [
    `${path}/${name}`,
    field,
  ]);
  return [...own, ...Object.entries(node).flatMap(([name, inner]) => fieldsIn(inner, `${path}/${name}`))];
}

const fields = fieldsIn(schema, "");

test("every field says what it is", () => {
  expect(fields.length).toBeGreaterThan(100);
  expect(fields.filter(([, { description = "" }]) => description.length < 10).map(([path]) => path)).toEqual(
    [],
  );
});

test("the words that are not names of the field are explained one by one", () => {
  const explained = fields.filter(([, field]) => field.enumDescriptions !== undefined);
  const names = explained.map(([path]) => path.split("/").at(-1));
  expect(names).toEqual(
    expect.arrayContaining(["strategy", "origin", "topology", "masterPassword", "layout", "regionStyle"]),
  );
  for (const [path, { enum: words = [], enumDescriptions = [] }] of explained)
    expect([path, enumDescriptions.filter((meaning) => meaning !== "").length]).toEqual([path, words.length]);
});

test.each([...exampleSpecs(), ...acceptedSpecs()].map(({ file, text }) => [file, text] as const))(
  "an editor finds nothing wrong in %s",
  (_, text) => {
    validate(parse(text, { merge: true }));
    expect(validate.errors ?? []).toEqual([]);
  },
);

test.each([
  ["a misspelt field", "apiVersion: keyspan/v1\nname: a\nprovdier: { name: aws }\n", "provdier"],
  ["an unknown strategy", "keys: { storage: { strategy: one-region } }\n", "/keys/storage/strategy"],
])("an editor underlines %s", (_, text, place) => {
  validate(parse(text));
  const places = (validate.errors ?? []).map(
    ({ instancePath, params }) => `${instancePath} ${JSON.stringify(params)}`,
  );
  expect(places.some((one) => one.includes(place))).toBe(true);
});
