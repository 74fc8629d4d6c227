import type { Host } from "../../src/cli/host";
import { readText } from "../support/repository";
import { runInMemory } from "../support/run-in-memory";

/* What a terminal shows while many specs are compiled. */

const SPEC = `apiVersion: keyspan/v1
name: NAME
provider: { name: aws }
primaryRegion: us-east-1
regions: [us-east-1]
keys: { storage: { strategy: single-region } }
`;
const SPECS = { "a.yaml": SPEC.replace("NAME", "a"), "b.yaml": SPEC.replace("NAME", "b") };

function errorOf(args: readonly string[], host: Partial<Host> = { progressColumns: 40 }) {
  return runInMemory(SPECS, args, host).then(({ err }) => err);
}

/** What stands on the line in the end: what was written last, without the blanks around it. */
function lineOf(err: string): string {
  return err.split("\n").at(-1)?.split("\r").at(-2)?.trim() ?? "";
}

test("a line says how far a run over many specs has come, and is gone in the end", async () => {
  const err = await errorOf(["validate", "a.yaml", "b.yaml"]);
  const shown = err.split("\r").filter((text) => text !== "");
  expect(shown.map((text) => text.trim())).toEqual([
    "compiling 1 of 2: a.yaml",
    "compiling 2 of 2: b.yaml",
    "",
  ]);
  // As long as one another, so that nothing of the last one stays; and never so long that a terminal breaks them.
  expect(new Set(shown.map(({ length }) => length))).toEqual(new Set([39]));
});

test("laying files out says how far it has come, too", async () => {
  const err = await errorOf(["check", "a.yaml", "b.yaml", "--out", "nowhere"]);
  expect(err).toContain("\rrendering 2 of 2: b.yaml");
  expect(lineOf(err)).toBe("");
});

test("diagnostics stand on lines of their own", async () => {
  const specs = { ...SPECS, "b.yaml": `${SPECS["b.yaml"]}nothing: 1\n` };
  const { err } = await runInMemory(specs, ["validate", "a.yaml", "b.yaml"], { progressColumns: 40 });
  expect(err).toMatch(/\r {39}\rb\.yaml:7:1 error spec\/unknown-field/);
});

test.each([
  ["one spec", ["validate", "a.yaml"], undefined],
  ["--quiet", ["validate", "a.yaml", "b.yaml", "--quiet"], undefined],
  ["nobody who looks", ["validate", "a.yaml", "b.yaml"], { progressColumns: undefined }],
  ["a terminal without columns", ["validate", "a.yaml", "b.yaml"], { progressColumns: 0 }],
])("nothing is shown for %s", async (_, args, host) => {
  expect(await errorOf(args, host)).toBe("");
});

test("diagnostics for programs are all that is printed", async () => {
  const err = await errorOf(["validate", "a.yaml", "b.yaml", "--diagnostics", "json"]);
  expect(JSON.parse(err)).toEqual({ diagnostics: [] });
});

test.each([
  [["schema"], "schema/keyspan.v1.schema.json"],
  [["schema", "spec"], "schema/keyspan.v1.schema.json"],
  [["schema", "prices"], "schema/keyspan-prices.v1.schema.json"],
])("%j prints what stands in %s", async (args, file) => {
  const { exitCode, out } = await runInMemory({}, args);
  expect({ exitCode, out }).toEqual({ exitCode: 0, out: readText(file) });
});
