import Ajv from "ajv";
import { parse } from "yaml";
import { readText } from "../../support/repository";
import { publishedLanguages } from "../../../src/providers/published-languages";
import { acceptedSpecs, exampleSpecs, refusedSpecs } from "../../support/specs";

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

/** Those of all providers: the conditions of each say no more than what it lacks, and its defaults. */
const fields = fieldsIn({ ...schema, allOf: [] }, "");

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

/** A document that says something at a place, where `*` stands for any name. */
function documentWith(provider: string, [step = "", ...rest]: readonly string[], value: unknown): object {
  const inner = rest.length === 0 ? value : documentWith("", rest, value);
  const name = step === "*" ? "any" : step;
  const own = provider === "" ? {} : { provider: { name: provider } };
  if (step === "purpose") return { purpose: [value] };
  return name === "provider"
    ? { provider: { ...own.provider, ...(inner as object) } }
    : { ...own, [name]: inner };
}

test.each(publishedLanguages().map((language) => [language.title, language] as const))(
  "an editor underlines whatever %s does not have",
  (_, { name, gaps }) => {
    const missed = gaps
      .flatMap((gap) => (gap.words ?? ["x"]).map((word) => ({ path: gap.path, word })))
      .filter(({ path, word }) => {
        validate(documentWith(name, path, word));
        const place = `/${path.map((step, index) => (path[index - 1] === "purpose" ? "0" : step)).join("/")}`;
        const steps = place.replaceAll("*", "any");
        return !(validate.errors ?? []).some(
          ({ instancePath, keyword, params }) =>
            (instancePath === steps && ["not", "enum"].includes(keyword)) ||
            params["additionalProperty"] === path.at(-1),
        );
      });
    expect(missed).toEqual([]);
  },
);

test.each(
  refusedSpecs()
    .filter(({ file }) => /not-offered|engine-refused/.test(file))
    .map(({ file, text }) => [file, text] as const),
)("an editor finds something wrong in %s", (_, text) => {
  expect(validate(parse(text, { merge: true }))).toBe(false);
});

test("the defaults of providers stand where their specs are read", () => {
  const { allOf = [] } = schema as { readonly allOf?: readonly unknown[] };
  const rotation = (condition: unknown) =>
    /"rotation":\{"default":\{"periodDays":(\d+)\}/.exec(JSON.stringify(condition))?.[1];
  expect(allOf.map(rotation)).toEqual(["365", "90"]);
});

test("an editor misses what a provider asks for", () => {
  validate({
    apiVersion: "keyspan/v1",
    name: "a",
    provider: { name: "google" },
    primaryRegion: "us-east1",
    regions: ["us-east1"],
  });
  expect((validate.errors ?? []).map(({ params }) => String(params["missingProperty"]))).toContain("project");
});

test("where a master password comes from is told by engine and topology", () => {
  const { allOf = [] } = schema as { readonly allOf?: readonly unknown[] };
  const sources = allOf.map((condition) => {
    const found = [...JSON.stringify(condition).matchAll(/"masterPassword":\{"default":"([a-z]+)"/g)];
    return [...new Set(found.map(([, source]) => source))].sort();
  });
  expect(sources).toEqual([
    ["managed", "variable"],
    ["none", "variable"],
  ]);
});

test("a field or a default of one provider only is said to be that", () => {
  const description = (path: string) => fields.find(([one]) => one.endsWith(path))?.[1].description;
  expect(description("/grants")).toContain("Only on AWS.");
  expect(description("/location")).toContain("Only on Google Cloud.");
  expect(description("/protection")).toContain("Default on AWS: `hsm`; on Google Cloud: `software`.");
});
