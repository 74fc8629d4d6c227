/*
 * Runs a TypeScript file of scripts/ with the sources it imports: `node scripts/run.mjs write-schema.ts`.
 * Its export `run(root)` is called with the root of the repository.
 */
import { createRequire } from "node:module";
import { mkdtemp, rm } from "node:fs/promises";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { compiledTemplates, styleSheets } from "./esbuild-plugins.mjs";

const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// Inside the repository, so that packages are found.
const scratch = await mkdtemp(path.join(root, "node_modules", ".keyspan-run-"));
const outfile = path.join(scratch, "script.cjs");
try {
  await esbuild.build({
    entryPoints: [path.join(root, "scripts", process.argv[2])],
    bundle: true,
    packages: "external",
    platform: "node",
    format: "cjs",
    outfile,
    plugins: [compiledTemplates, styleSheets],
    logLevel: "warning",
  });
  await require(outfile).run(root, process.argv.slice(3));
} finally {
  await rm(scratch, { recursive: true, force: true });
}
