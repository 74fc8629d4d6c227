/* Writes schema/keyspan.v1.schema.json from src/spec/schema: the same source that the compiler validates with. */
import { createRequire } from "node:module";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const scratch = await mkdtemp(path.join(os.tmpdir(), "keyspan-schema-"));
const bundle = path.join(scratch, "schema.cjs");
try {
  await esbuild.build({
    entryPoints: [path.join(root, "src/spec/print-schema.ts")],
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: bundle,
    logLevel: "warning",
  });
  await writeFile(path.join(root, "schema/keyspan.v1.schema.json"), require(bundle).printSchema());
} finally {
  await rm(scratch, { recursive: true, force: true });
}
