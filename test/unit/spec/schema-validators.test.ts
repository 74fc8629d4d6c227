import fc from "fast-check";
import { createSourceFile } from "../../../src/diagnostics/source-file";
import { validatorOf } from "../../../src/spec/compiled-schema";
import { parseYaml } from "../../../src/spec/parse-yaml";
import { splitSchema } from "../../../src/spec/split-schema";
import { toData } from "../../../src/spec/spec-node";
import { mutatedSpecs, rearrangedSpecs } from "../../support/random/hostile";

/* One validator says whether a document fits, another one what does not fit: they must be of one opinion. */

const RUNS = 300;
const SEED = 20261126;

test.each([
  ["specs with changes in their text", mutatedSpecs],
  ["specs with parts of others in them", rearrangedSpecs],
])("both validators judge alike: %s", (_, documents) => {
  const [fits, tells] = [validatorOf("fit", "deployment"), validatorOf("errors", "deployment")];
  const judged = { fit: 0, refused: 0 };
  const property = fc.property(documents, (text) => {
    const { value: document } = parseYaml(createSourceFile("spec.yaml", text));
    if (document === undefined) return;
    const data = toData(document.root);
    const isFit = fits(data);
    judged[isFit ? "fit" : "refused"] += 1;
    expect(tells(data)).toBe(isFit);
  });
  fc.assert(property, { numRuns: RUNS, seed: SEED });
  // Else it would have said nothing.
  expect(Math.min(judged.fit, judged.refused)).toBeGreaterThan(RUNS / 60);
});

test("objects become definitions, each once, and what is data stays as it is", () => {
  const inner = { type: "object", properties: { a: { type: "string" } } };
  const split = splitSchema({
    type: "object",
    properties: { one: inner, others: { type: "array", items: inner }, word: { enum: [{ properties: {} }] } },
  });
  expect(split).toEqual({
    type: "object",
    properties: {
      one: { $ref: "#/$defs/object0" },
      others: { type: "array", items: { $ref: "#/$defs/object0" } },
      word: { enum: [{ properties: {} }] },
    },
    $defs: { object0: inner },
  });
});
