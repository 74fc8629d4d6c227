import { parse, stringify } from "yaml";
import { compile } from "../../src/compile";
import { exampleSpecs, refusedSpecs } from "../support/specs";

/*
 * Slips are made everywhere in real specs, and what is found then is held against what was found before:
 * whatever could not be read, nothing may be concluded from its absence.
 */

type Data = Record<string | number, unknown>;
type Path = readonly (string | number)[];

/** Every place of a document: the names and indices that lead to it. */
function placesIn(data: unknown, path: Path = []): Path[] {
  if (data === null || typeof data !== "object") return [];
  const names = Array.isArray(data) ? data.keys() : Object.keys(data);
  return [...names].flatMap((name) => [[...path, name], ...placesIn((data as Data)[name], [...path, name])]);
}

/** The codes that a document has once `change` has been made at a place. */
function codesAfter(
  text: string,
  path: Path,
  change: (parent: Data, name: string | number) => void,
): string[] {
  const data = parse(text) as Data;
  const parent = path.slice(0, -1).reduce((at, step) => at[step] as Data, data);
  change(parent, path.at(-1) ?? "");
  return codesOf(stringify(data));
}

function codesOf(text: string): string[] {
  return compile({ name: "spec.yaml", text }).diagnostics.map(({ code }) => code);
}

function giveWrongType(parent: Data, name: string | number): void {
  parent[name] = typeof parent[name] === "object" ? 17 : { unlikely: 17 };
}

function misspell(parent: Data, name: string | number): void {
  if (Array.isArray(parent)) return;
  parent[`${name}z`] = parent[name];
  Reflect.deleteProperty(parent, name);
}

describe.each(exampleSpecs().map(({ file, text }) => [file, text] as const))("in %s", (_, text) => {
  const places = placesIn(parse(text));

  test("a value of the wrong type, wherever it stands, is the only finding", () => {
    const wrong = places.flatMap((path) => {
      const codes = codesAfter(text, path, giveWrongType);
      return codes.length === 1 && codes[0]?.startsWith("spec/") === true ? [] : [{ path, codes }];
    });
    expect(wrong).toEqual([]);
  });

  test("a misspelt field, wherever it stands, is the only finding", () => {
    const wrong = places.flatMap((path) => {
      const codes = codesAfter(text, path, misspell);
      return codes.includes("spec/unknown-field") && codes.length > 1 ? [{ path, codes }] : [];
    });
    expect(wrong).toEqual([]);
  });
});

const parsable = refusedSpecs().filter(({ file }) => !/\/(spec|accept)\//.test(file));

describe.each(parsable.map(({ file, text }) => [file, text] as const))("in %s", (_, text) => {
  const before = codesOf(text);

  /** Slips that led to a finding beside their own and those that were there before. */
  function guesses(slip: (parent: Data, name: string | number) => void, own: RegExp) {
    return placesIn(parse(text)).flatMap((path) => {
      const codes = codesAfter(text, path, slip);
      if (!codes.some((code) => own.test(code))) return [];
      const others = codes.filter((code) => !own.test(code) && !before.includes(code));
      return others.length === 0 ? [] : [{ path, others }];
    });
  }

  test("a value of the wrong type adds one finding at most, its own", () => {
    expect(guesses(giveWrongType, /^spec\//)).toEqual([]);
  });

  test("a misspelt field adds one finding at most, its own", () => {
    expect(guesses(misspell, /^spec\/(unknown-field|misplaced-field)$/)).toEqual([]);
  });
});

test.each(parsable.map(({ file, text }) => [file, text] as const))(
  "in %s a slip that has nothing to do with a finding does not hide it",
  (_, text) => {
    const data = parse(text) as Data;
    const entries = ["keys", "databases"].flatMap((field) => Object.values((data[field] ?? {}) as Data));
    // Nothing follows from `protect`.
    for (const entry of entries) (entry as Data)["protect"] = 17;
    expect(codesOf(stringify(data))).toEqual(expect.arrayContaining(codesOf(text)));
  },
);
