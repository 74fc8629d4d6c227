import { listFiles } from "../support/repository";
import { diagnose, refusedSpecs } from "../support/specs";
import { expectGolden } from "../support/golden";

const FOLDER = "test/scenarios/refused/";

/*
 * One spec for each code, `refused/<area>/<problem>.yaml`, and for its variants `<problem>.<variant>.yaml`;
 * beside it what keyspan prints. Warnings stand here too: they are refused with --strict.
 */
const specs = refusedSpecs();

test.each(specs.map((spec) => [spec.file.slice(FOLDER.length), spec] as const))("%s", (file, spec) => {
  const code = file.replace(/(\.[a-z0-9-]+)?\.yaml$/, "");
  const { diagnostics, printed } = diagnose(file, spec.text);
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
  expectGolden(spec.file.replace(/\.yaml$/, ".txt"), printed);
});

test("every golden file of diagnostics has its spec", () => {
  const goldens = listFiles(FOLDER).filter((file) => file.endsWith(".txt"));
  const expected = specs.map((spec) => spec.file.replace(/\.yaml$/, ".txt"));
  // Sorted anew: ".txt" and ".yaml" do not sort alike against the name of a variant.
  expect(goldens).toEqual(expected.sort());
});
