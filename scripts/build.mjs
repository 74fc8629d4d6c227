/*
 * Builds dist/, or the folder that is named: the command, with the code that Node makes of it, the library with and
 * without constructs, and the app that cdktf.json names, each in one file, and the declarations of the library. Templates and
 * the validator of the schema are compiled here, so that running the command compiles nothing.
 */
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildTypes } from "./build-types.mjs";
import { compiledTemplates, styleSheets } from "./esbuild-plugins.mjs";

const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
// Inside the repository, so that packages are found.
const scratch = await mkdtemp(path.join(root, "node_modules", ".keyspan-build-"));

/** src/spec/compiled-schema.ts, run once here and replaced by the code that Ajv writes for the schemas. */
const compiledSchema = {
  name: "compiled-schema",
  setup: (build) =>
    build.onLoad({ filter: /[\\/]spec[\\/]compiled-schema\.ts$/ }, async () => ({
      contents: `import * as validators from "./validators";\nexport function schemaValidator(name) { return validators[name]; }`,
      loader: "js",
      resolveDir: scratch,
    })),
};

/** The compiler of templates stays a package, since only a user's own templates need it; the runtime is bundled. */
const templateCompiler = {
  name: "template-compiler",
  setup: (build) => build.onResolve({ filter: /^handlebars$/ }, ({ path }) => ({ path, external: true })),
};

async function writeValidators() {
  const bundle = path.join(scratch, "schema.cjs");
  await esbuild.build({
    stdin: {
      contents: `export { createAjv, SCHEMAS } from "./src/spec/compiled-schema";`,
      resolveDir: root,
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: bundle,
    packages: "external",
    logLevel: "warning",
  });
  const { createAjv, SCHEMAS } = require(bundle);
  const standalone = require("ajv/dist/standalone").default;
  const ajv = createAjv({ source: true });
  for (const [name, schema] of Object.entries(SCHEMAS)) ajv.addSchema(schema, name);
  const exported = Object.fromEntries(Object.keys(SCHEMAS).map((name) => [name, name]));
  await writeFile(path.join(scratch, "validators.js"), standalone(ajv, exported));
}

await rm(dist, { recursive: true, force: true });
try {
  await writeValidators();
  await buildAll();
  await keepCode();
  await buildTypes(root, path.join(dist, "types"));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** dist/cli.js, and the code of the command as it is when an example has been emitted. */
async function keepCode() {
  const cli = path.join(dist, "cli.js");
  await copyFile(path.join(root, "scripts/load-command.cjs"), cli);
  await chmod(cli, 0o755);
  const out = path.join(scratch, "out");
  const spec = path.join(root, "examples/aurora-global-per-region-keys.yaml");
  const args = [path.join(root, "scripts/keep-code.cjs"), dist, "emit", spec, "--out", out, "--quiet"];
  execFileSync(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
}

async function buildAll() {
  await esbuild.build({
    entryPoints: {
      command: path.join(root, "src/cli/bin.ts"),
      index: path.join(root, "src/index.ts"),
      compiler: path.join(root, "src/compiler.ts"),
      "cdktf-main": path.join(root, "src/cdktf-main.ts"),
    },
    outdir: dist,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    // Code that was kept cannot import: https://nodejs.org/api/vm.html#support-of-dynamic-import-in-compilation-apis.
    supported: { "dynamic-import": false },
    // What only `synth` and the constructs need, and only for those who use them; and what is large, and read only
    // for an SVG or for the page of a review.
    external: ["cdktf", "constructs", "@cdktf/*", "elkjs", "prismjs", "diff"],
    plugins: [compiledTemplates, compiledSchema, styleSheets, templateCompiler],
    // Node reads all of it before the first line runs. Names stay: a report of a bug says where it happened.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: "none",
    logLevel: "warning",
  });
}
