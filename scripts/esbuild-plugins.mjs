import { createRequire } from "node:module";
import { readFile } from "node:fs/promises";

const { textModule } = createRequire(import.meta.url)("./text-module.cjs");
const { compileTemplate } = createRequire(import.meta.url)("./compile-template.cjs");

/** Compiles Handlebars templates when they are imported. */
export const compiledTemplates = {
  name: "compiled-templates",
  setup: (build) =>
    build.onLoad({ filter: /\.hbs$/ }, async ({ path: file }) => ({
      contents: `export const template = ${compileTemplate(await readFile(file, "utf8"))};`,
      loader: "js",
    })),
};

/** Gives style sheets as their text when they are imported. */
export const styleSheets = {
  name: "style-sheets",
  setup: (build) =>
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => ({
      contents: textModule(await readFile(file, "utf8")),
      loader: "js",
    })),
};

/** Loads the module of Node that runs processes when something of it is first used: Commander requires it, and rarely uses it. */
export const lateProcesses = {
  name: "late-processes",
  setup: (build) => {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path: module, kind, namespace }) =>
      kind === "require-call" && namespace === "file" ? { path: module, namespace: "late" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "late" }, ({ path: module }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require(${JSON.stringify(module)})[name] });`,
      loader: "js",
    }));
  },
};
