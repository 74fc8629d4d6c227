/*
 * Writes the declarations of the package to dist/types: of the entry points, and of what they mention, no more.
 * What a user compiles against must stand by itself, so a library that a user need not have is an error.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import * as path from "node:path";
import ts from "typescript";

const ENTRIES = ["index.ts", "compiler.ts"];
/** What a user of the constructs has installed. */
const LIBRARIES = new Set(["cdktf", "constructs"]);
const OPTIONS = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  declaration: true,
  isolatedDeclarations: true,
  stripInternal: true,
  strict: true,
};

/** Writes the declarations of `<root>/src` to `outdir`. */
export async function buildTypes(root, outdir) {
  const source = path.join(root, "src");
  const waiting = ENTRIES.map((entry) => path.join(source, entry));
  const seen = new Set(waiting);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const { outputText, diagnostics = [] } = ts.transpileDeclaration(await readFile(file, "utf8"), {
      fileName: file,
      compilerOptions: OPTIONS,
      reportDiagnostics: true,
    });
    if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, formatHost(root)));
    for (const name of importsOf(file, outputText)) {
      const imported = resolve(file, name);
      if (!seen.has(imported)) waiting.push(imported);
      seen.add(imported);
    }
    const target = path.join(outdir, path.relative(source, file).replace(/\.ts$/, ".d.ts"));
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, outputText);
  }
  return [...seen].map((file) => path.relative(source, file)).sort();

  function importsOf(file, text) {
    const names = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
    for (const name of names.filter((one) => !one.startsWith("."))) {
      if (!LIBRARIES.has(name))
        throw new Error(`${path.relative(root, file)}: the declarations of the package mention ${name}`);
    }
    return names.filter((name) => name.startsWith("."));
  }
}

function resolve(file, name) {
  const base = path.join(path.dirname(file), name);
  const found = [`${base}.ts`, path.join(base, "index.ts")].find((one) => existsSync(one));
  if (found === undefined) throw new Error(`${file} imports ${name}, which is not there`);
  return found;
}

function formatHost(root) {
  return { getCanonicalFileName: (name) => name, getCurrentDirectory: () => root, getNewLine: () => "\n" };
}
