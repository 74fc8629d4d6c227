import { compileDocument } from "../../../src/compile";
import type { SpecDocument } from "../../../src/spec/spec-node";
import { placesIn, readDocument, withName, withValue } from "../../support/edit-document";
import { exampleSpecs } from "../../support/specs";

/*
 * JavaScript finds `constructor` in every object, and functions behind it: a name or a word of a spec that is looked up in
 * a record must not find them.
 */

const WORDS = ["constructor", "__proto__"];

/** What of a message nobody has written. */
const MADE_UP = /undefined|function|native code|\[object|NaN/;

/** A document with the word as the value, and as the name, of a place. */
function edits(document: SpecDocument, word: string): readonly (() => SpecDocument)[] {
  return placesIn(document.root).flatMap((path) => [
    () =>
      withValue(document, path, (part) =>
        part.kind === "scalar" ? { ...part, value: word, source: word } : part,
      ),
    ...(typeof path.at(-1) === "string" ? [() => withName(document, path, () => word)] : []),
  ]);
}

test.each(exampleSpecs().map(({ file, text }) => [file, text] as const))(
  "words that every object knows mean nothing, wherever in %s they stand",
  (file, text) => {
    const document = readDocument(file, text);
    const said = WORDS.flatMap((word) => edits(document, word))
      .flatMap((edit) => compileDocument(edit()).diagnostics)
      .map(({ message, help = "" }) => `${message} ${help}`);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((one) => MADE_UP.test(one))).toEqual([]);
  },
);
