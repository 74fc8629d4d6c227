import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App } from "cdktf";
import { synthesizePrograms } from "../../../src/cdktf/synth";
import { buildConstructs } from "../../support/build-constructs";
import { acceptedSpecs, compileAccepted, exampleSpecs } from "../../support/specs";

let folder = "";

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "keyspan-"));
});

afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** What cdktf wrote: file → content. Warnings are annotations in the manifest, where a spec has them printed. */
function written(outdir: string): Record<string, unknown> {
  return Object.fromEntries(
    fs
      .readdirSync(outdir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [
        path.relative(outdir, file),
        withoutAnnotations(JSON.parse(fs.readFileSync(file, "utf8"))),
      ]),
  );
}

test.each([...exampleSpecs(), ...acceptedSpecs()].map((spec) => [spec.file, spec] as const))(
  "constructs that say the same as %s synthesize to the same files",
  (_, spec) => {
    const fromSpec = path.join(folder, "spec");
    synthesizePrograms(compileAccepted(spec).programs, fromSpec);
    const fromConstructs = path.join(folder, "constructs");
    const app = new App({ outdir: fromConstructs });
    buildConstructs(app, spec.text);
    app.synth();
    expect(written(fromConstructs)).toEqual(written(fromSpec));
  },
);

function withoutAnnotations(document: unknown): unknown {
  const { stacks } = document as { stacks?: Record<string, object> };
  if (stacks === undefined) return document;
  const bare = Object.entries(stacks).map(([name, stack]) => [name, { ...stack, annotations: [] }]);
  return { ...(document as object), stacks: Object.fromEntries(bare) as unknown };
}
