import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import ts from "typescript";
import { synthesizePrograms } from "../../src/cdktf/synth";
import { ROOT, readText } from "../support/repository";
import { compileAccepted } from "../support/specs";

/*
 * The package as a user has it: built, and installed into a folder of somebody else's with the packages that it
 * says it needs. The example app of examples/constructs is compiled and run there.
 */

jest.setTimeout(180_000);

const EXAMPLE = "examples/constructs/main.ts";
let folder = "";
let app = "";

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "keyspan-"));
  app = path.join(folder, "app");
  const installed = path.join(app, "node_modules/keyspan");
  fs.mkdirSync(path.join(app, "node_modules/@cdktf"), { recursive: true });
  fs.mkdirSync(installed);
  execFileSync(process.execPath, [path.join(ROOT, "scripts/build.mjs"), path.join(installed, "dist")]);
  fs.copyFileSync(path.join(ROOT, "package.json"), path.join(installed, "package.json"));
  for (const name of ["cdktf", "constructs", "@cdktf/provider-aws", "@types"])
    fs.symlinkSync(path.join(ROOT, "node_modules", name), path.join(app, "node_modules", name));
  fs.copyFileSync(path.join(ROOT, EXAMPLE), path.join(app, "main.ts"));
});

afterAll(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** Compiles the app, strictly and with every declaration of the package checked; answers what is wrong with it. */
function compileApp(options: ts.CompilerOptions): string[] {
  const all: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    lib: ["lib.es2022.d.ts"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    types: ["node"],
    rootDir: app,
    outDir: path.join(app, "out"),
    ...options,
  };
  fs.writeFileSync(path.join(app, "compiler.ts"), BARE_APP);
  const roots = ["main.ts", "compiler.ts"].map((file) => path.join(app, file));
  const program = ts.createProgram(roots, all, createHost(all));
  const own = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(app));
  const found = own.flatMap((file) => [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
  ]);
  program.emit();
  return [...program.getOptionsDiagnostics(), ...found].map(({ file, messageText }) =>
    [path.relative(app, file?.fileName ?? ""), ts.flattenDiagnosticMessageText(messageText, "\n")].join(": "),
  );
}

/** The use of the compiler that docs/constructs.md shows. */
const BARE_APP = /```ts\n(import \{ compile,.*?)```/s.exec(readText("docs/constructs.md"))?.[1] ?? "?";

/** Declarations of other packages, read once for all programs: they take longer than everything else. */
const declarations = new Map<string, ts.SourceFile | undefined>();

function createHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  return {
    ...host,
    getSourceFile: (file, language, ...rest) => {
      if (file.startsWith(app)) return host.getSourceFile(file, language, ...rest);
      const key = JSON.stringify([file, language]);
      if (!declarations.has(key)) declarations.set(key, host.getSourceFile(file, language, ...rest));
      return declarations.get(key);
    },
  };
}

function files(outdir: string): Record<string, string> {
  const entries = fs.readdirSync(outdir, { recursive: true, withFileTypes: true });
  const names = entries.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  return Object.fromEntries(
    names.map((file) => [path.relative(outdir, file), fs.readFileSync(file, "utf8")]),
  );
}

test.each([
  ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ["node16", { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }],
  // What a project made by `cdktf init` has.
  [
    "node10",
    ts.convertCompilerOptionsFromJson(
      { module: "commonjs", moduleResolution: "node10", ignoreDeprecations: "6.0" },
      app,
    ).options,
  ],
])("the example app and the declarations compile with module resolution %s", (_, options) => {
  expect(compileApp(options)).toEqual([]);
});

test("a wrong option of a construct does not compile", () => {
  const text = readText(EXAMPLE).replace('strategy: "single-region"', 'strategy: "one-region"');
  fs.writeFileSync(path.join(app, "main.ts"), text);
  const options = { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 };
  const found = compileApp({ ...options, noEmit: true });
  fs.copyFileSync(path.join(ROOT, EXAMPLE), path.join(app, "main.ts"));
  expect(found).toEqual([expect.stringContaining(`'"one-region"' is not assignable`)]);
});

test("the example app writes the stack that the spec of the same name in examples describes", () => {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const main = ts.transpileModule(readText(EXAMPLE), { compilerOptions: options });
  fs.writeFileSync(path.join(app, "main.js"), main.outputText);
  const outdir = path.join(folder, "constructs");
  const env = { ...process.env, CDKTF_OUTDIR: outdir };
  execFileSync(process.execPath, [path.join(app, "main.js")], { cwd: app, env });
  const stack = files(path.join(outdir, "stacks/orders"))["cdk.tf.json"] ?? "";

  const fromSpec = path.join(folder, "spec");
  const name = "aurora-global-per-region-keys.yaml";
  synthesizePrograms(compileAccepted({ name, text: readText(`examples/${name}`) }).programs, fromSpec);
  const expected = files(path.join(fromSpec, "stacks/orders"))["cdk.tf.json"] ?? "";
  expect(withoutCrossStackOutputs(stack)).toEqual(withoutCrossStackOutputs(expected));
  expect(files(path.join(outdir, "stacks/reports"))["cdk.tf.json"]).toContain(
    "keyspan/orders/orders.tfstate",
  );
});

/** The outputs through which the other stack of the app reads. */
function withoutCrossStackOutputs(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).filter(([name]) => !name.startsWith("cross-stack-output"))),
  );
}

test("the compiler can be had without cdktf", () => {
  const bare = installBare("bare");
  const script = `const { compile } = require("keyspan/compiler"); console.log(compile({ name: "a", text: "" }).diagnostics[0].code)`;
  const printed = execFileSync(process.execPath, ["-e", script], { cwd: bare, encoding: "utf8" });
  expect(printed).toBe("spec/empty-document\n");
});

test("the command emits without cdktf, and synth says what to install", () => {
  const bare = installBare("hcl-only");
  const spec = path.join(ROOT, "examples/rds-postgres-read-replicas.yaml");
  const run = (command: string) =>
    spawnSync(process.execPath, ["node_modules/keyspan/dist/cli.js", command, spec], {
      cwd: bare,
      encoding: "utf8",
    });

  const emitted = run("emit");
  expect({ status: emitted.status, errors: emitted.stderr }).toEqual({ status: 0, errors: "" });
  expect(fs.existsSync(path.join(bare, "out/billing/README.md"))).toBe(true);

  const { status, stderr } = run("synth");
  expect(status).toBe(1);
  expect(stderr).toContain("output/missing-package");
  expect(readText("docs/diagnostics/output/missing-package.md")).toContain(stderr.trim());
});

/** The package with nothing beside it. */
function installBare(name: string): string {
  const bare = path.join(folder, name);
  const installed = path.join(bare, "node_modules/keyspan");
  fs.cpSync(path.join(app, "node_modules/keyspan"), installed, { recursive: true });
  return bare;
}
