/*
 * Builds dist/, or the folder that is named: the command, with the code that Node makes of it, the library with and
 * without constructs, and the app that cdktf.json names, each in one file, and the declarations of the library. Templates and
 * the validators of the schemas are compiled here, so that running the command compiles nothing.
 */
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { chmod, copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import * as path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { buildTypes } from "./build-types.mjs";
import { compiledTemplates, lateProcesses, styleSheets } from "./esbuild-plugins.mjs";

const require = createRequire(import.meta.url);
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.resolve(process.argv[2] ?? path.join(root, "dist"));
// Inside the repository, so that packages are found.
const scratch = await mkdtemp(path.join(root, "node_modules", ".keyspan-build-"));

/** In dist/: what tells the errors of a document. It is large, and read when a document has some. */
const ERROR_VALIDATORS = "./schema-errors.js";

/** src/spec/compiled-schema.ts, run once here and replaced by the code that Ajv writes for the schemas. */
const compiledSchema = {
  name: "compiled-schema",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]spec[\\/]compiled-schema\.ts$/ }, async () => ({
      contents: `
        import * as fit from "./fit";
        export function schemaErrors(name, data) {
          if (fit[name](data)) return [];
          const validate = require(${JSON.stringify(ERROR_VALIDATORS)})[name];
          return validate(data) ? [] : validate.errors;
        }`,
      loader: "js",
      resolveDir: scratch,
    }));
    build.onResolve({ filter: /schema-errors\.js$/ }, ({ path }) => ({ path, external: true }));
  },
};

/** The compiler of templates stays a package, since only a user's own templates need it; the runtime is bundled. */
const templateCompiler = {
  name: "template-compiler",
  setup: (build) => build.onResolve({ filter: /^handlebars$/ }, ({ path }) => ({ path, external: true })),
};

/** How everything is bundled. */
const BUNDLE = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  // Code that was kept cannot import: https://nodejs.org/api/vm.html#support-of-dynamic-import-in-compilation-apis.
  supported: { "dynamic-import": false },
  // What only `synth` and the constructs need, and only for those who use them; and what is large, and read only
  // for an SVG or for the page of a review.
  external: ["cdktf", "constructs", "@cdktf/*", "elkjs", "prismjs", "diff"],
  plugins: [compiledTemplates, compiledSchema, styleSheets, templateCompiler, lateProcesses],
  // Node reads all of it before the first line runs. Names stay: a report of a bug says where it happened.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
};

/** What the build has done with before: none of it may come along. */
const FOR_THE_BUILD = /node_modules\/(@sinclair\/typebox|ajv\/dist\/(?!runtime))/;

/** Bundles; nothing that only the build needs may be among it. */
async function bundle(options) {
  const { metafile } = await esbuild.build({ ...BUNDLE, ...options });
  const odd = Object.keys(metafile.inputs).find((file) => FOR_THE_BUILD.test(file));
  if (odd === undefined) return;
  const importer = Object.entries(metafile.inputs).find(
    ([file, { imports }]) =>
      !FOR_THE_BUILD.test(file) && imports.some(({ path }) => FOR_THE_BUILD.test(path)),
  );
  throw new Error(`${importer?.[0] ?? "a file"} brings ${odd}, which only the build may need`);
}

await rm(dist, { recursive: true, force: true });
try {
  await writeValidators();
  await buildLibrary();
  await buildCommand();
  await keepCode();
  await buildTypes(root, path.join(dist, "types"));
} finally {
  await rm(scratch, { recursive: true, force: true });
}

/** The validators as Ajv writes them: those that say whether a document fits are bundled, the others stand in dist/. */
async function writeValidators() {
  const schemas = path.join(scratch, "schemas.cjs");
  await esbuild.build({
    stdin: {
      contents: `export { createAjv, schemaFor, SCHEMAS } from "./src/spec/compiled-schema";`,
      resolveDir: root,
    },
    bundle: true,
    platform: "node",
    format: "cjs",
    outfile: schemas,
    packages: "external",
    logLevel: "warning",
  });
  const { createAjv, schemaFor, SCHEMAS } = require(schemas);
  const standalone = require("ajv/dist/standalone").default;
  const names = Object.keys(SCHEMAS);
  const codeOf = (kind) => {
    const ajv = createAjv(kind, { source: true });
    for (const name of names) ajv.addSchema(schemaFor(kind, name), name);
    return standalone(ajv, Object.fromEntries(names.map((name) => [name, name])));
  };
  await writeFile(path.join(scratch, "fit.js"), codeOf("fit"));
  await bundle({
    stdin: { contents: codeOf("errors"), resolveDir: root },
    outfile: path.join(dist, ERROR_VALIDATORS),
  });
}

async function buildLibrary() {
  await bundle({
    entryPoints: {
      index: path.join(root, "src/index.ts"),
      compiler: path.join(root, "src/compiler.ts"),
      "cdktf-main": path.join(root, "src/cdktf-main.ts"),
    },
    outdir: dist,
  });
}

/** dist/command.js: the command as a function, which dist/cli.js calls. */
async function buildCommand() {
  const outfile = path.join(dist, "command.js");
  await bundle({
    entryPoints: [path.join(root, "src/cli/bin.ts")],
    outfile,
    banner: { js: "(function (exports, require, module, __filename, __dirname) {" },
    footer: { js: "})" },
  });
  // dist/cli.js reads it byte by byte, which takes half the time.
  const odd = /[^\0-\x7f]/.exec(await readFile(outfile, "utf8"));
  if (odd !== null) throw new Error(`${outfile} has ${odd[0]}, which is not ASCII: write it as an escape`);
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
