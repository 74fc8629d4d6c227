import { compileDocument } from "../../src/compile";
import type { SpecDocument, SpecPath } from "../../src/spec/spec-node";
import { ofAnotherType, placesIn, readDocument, withName, withValue } from "../support/edit-document";
import { exampleSpecs, refusedSpecs } from "../support/specs";

/*
 * Slips are made everywhere in real specs, and what is found then is held against what was found before:
 * whatever could not be read, nothing may be concluded from its absence. In specs that are refused, every third place
 * slips; KEYSPAN_EVERY_PLACE=1 has them all slip, as .ci/run does.
 */

const STEP = process.env["KEYSPAN_EVERY_PLACE"] === "1" ? 1 : 3;

function codesOf(document: SpecDocument): string[] {
  return compileDocument(document).diagnostics.map(({ code }) => code);
}

/** A document after a slip at a place. */
type Slip = (document: SpecDocument, path: SpecPath) => SpecDocument;

const giveWrongType: Slip = (document, path) => withValue(document, path, ofAnotherType);

const misspell: Slip = (document, path) => withName(document, path, (name) => `${name}z`);

/** The items of a list have no names. */
function isNamed(path: SpecPath): boolean {
  return typeof path.at(-1) === "string";
}

describe.each(exampleSpecs().map(({ file, text }) => [file, text] as const))("in %s", (file, text) => {
  const document = readDocument(file, text);
  const places = placesIn(document.root);

  test("a value of the wrong type, wherever it stands, is the only finding", () => {
    const wrong = places.flatMap((path) => {
      const codes = codesOf(giveWrongType(document, path));
      return codes.length === 1 && codes[0]?.startsWith("spec/") === true ? [] : [{ path, codes }];
    });
    expect(wrong).toEqual([]);
  });

  test("a misspelt field, wherever it stands, is the only finding", () => {
    const wrong = places.filter(isNamed).flatMap((path) => {
      const codes = codesOf(misspell(document, path));
      return codes.includes("spec/unknown-field") && codes.length > 1 ? [{ path, codes }] : [];
    });
    expect(wrong).toEqual([]);
  });
});

const parsable = refusedSpecs().filter(({ file }) => !/\/(spec|accept)\//.test(file));

describe.each(parsable.map(({ file, text }, spec) => [file, text, spec] as const))(
  "in %s",
  (file, text, spec) => {
    const document = readDocument(file, text);
    const places = placesIn(document.root);
    const slipping = places.filter((_, index) => index % STEP === spec % STEP);
    const before = codesOf(document);

    /** Slips that led to a finding beside their own and those that were there before. */
    function guesses(slip: Slip, own: RegExp, at = slipping) {
      return at.flatMap((path) => {
        const codes = codesOf(slip(document, path));
        if (!codes.some((code) => own.test(code))) return [];
        const others = codes.filter((code) => !own.test(code) && !before.includes(code));
        return others.length === 0 ? [] : [{ path, others }];
      });
    }

    test("a value of the wrong type adds one finding at most, its own", () => {
      expect(guesses(giveWrongType, /^spec\//)).toEqual([]);
    });

    test("a misspelt field adds one finding at most, its own", () => {
      expect(guesses(misspell, /^spec\/(unknown-field|misplaced-field)$/, slipping.filter(isNamed))).toEqual(
        [],
      );
    });

    test("a slip that has nothing to do with a finding does not hide it", () => {
      // Nothing follows from `protect`.
      const slipped = ["keys", "databases"]
        .flatMap((field) => places.filter((path) => path.length === 2 && path[0] === field))
        .reduce((at, path) => withProtect(at, path), document);
      expect(codesOf(slipped)).toEqual(expect.arrayContaining(before));
    });
  },
);

function withProtect(document: SpecDocument, path: SpecPath): SpecDocument {
  return withValue(document, path, (part) => {
    if (part.kind !== "map") return part;
    const value = { kind: "scalar", value: 17, source: "17", range: part.range } as const;
    return { ...part, entries: new Map(part.entries).set("protect", { keyRange: part.range, value }) };
  });
}
