import fc from "fast-check";
import { difficultTexts } from "../texts";

/** Control characters are refused wherever they stand, but for tabs and line breaks. */
// eslint-disable-next-line no-control-regex -- control characters are what this leaves out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;

/** Texts that a spec may have wherever it takes any text: not empty, and difficult for what is written of it. */
export const anyText: fc.Arbitrary<string> = difficultTexts.map((text) => text.replace(CONTROL, "") || "x");

/** Texts of what a key policy may hold: Latin-1. */
export const policyText: fc.Arbitrary<string> = anyText.map(
  (text) => text.replace(/[^\t\n\r\u0020-\u00ff]/gu, "") || "x",
);

/** Texts on one line. */
export const lineText: fc.Arbitrary<string> = anyText.map((text) => text.replace(/[\n\r]/g, "") || "x");

/** Names of key sets and databases that may be mistaken for something else. */
const AWKWARD_NAMES = [
  "main",
  "keys",
  "providers",
  "outputs",
  "a-b",
  "ab",
  "a-b-c",
  "constructor",
  "r2",
  "x-",
];

/** Names of key sets, each once: words that Terraform or the layout of files knows, and others. */
export const keySetNames: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom(...AWKWARD_NAMES, "a--b", "valueof", "us-east-1"),
    fc.stringMatching(/^[a-z][a-z0-9-]{0,11}$/),
  ),
  { minLength: 1, maxLength: 4 },
);

/** Names of databases, each once; an identifier is made of them, so they keep to its form. */
export const databaseNames: fc.Arbitrary<string[]> = fc.uniqueArray(
  fc.oneof(
    fc.constantFrom("main", "keys", "providers", "outputs", "a-b", "ab", "terraform", "monitoring", "count"),
    fc.stringMatching(/^[a-z](-?[a-z0-9]){0,6}$/),
  ),
  { minLength: 0, maxLength: 3 },
);

/** Tags: names that no service keeps for itself. */
export const tags: fc.Arbitrary<Record<string, string>> = fc
  .dictionary(
    anyText.map((text) => text.slice(0, 60).replace(/^aws:/i, "") || "x"),
    fc.oneof(anyText, fc.constant("")),
    { maxKeys: 4 },
  )
  .map((record) => ({ ...record }));
