import { circles, folderOf, LAYERS, withoutLayer, wrongImports } from "../support/import-checks";
import { parseModule } from "../support/modules";
import { readText, sourceFiles } from "../support/repository";
import { forbiddenWords, identities, impurities, mutableState, quotations } from "../support/source-checks";

/*
 * The promises of ARCHITECTURE.md about the sources. Every check is a function of the sources, so that the second
 * half of this file can show that it finds what it is for.
 */

const FILES = new Set(sourceFiles());
const MODULES = [...FILES].map((file) => parseModule(file, readText(file), FILES));

const CHECKS = {
  "every folder of src stands in the table of layers": withoutLayer,
  "imports go downward, and libraries are imported by their owners": wrongImports,
  "no module imports itself, on whatever way": circles,
  "what compiles reads no clock, chance, locale or process, and prints nothing": impurities,
  "no module below the command line keeps state": mutableState,
  "quotation marks are put around values in print-expression alone": quotations,
  "no folder says a word that is not its business": forbiddenWords,
  "nobody asks who a provider or an engine is": identities,
} as const;

test.each(Object.entries(CHECKS))("%s", (_, check) => {
  expect(check(MODULES)).toEqual([]);
});

test("the table of layers names nothing that is not there", () => {
  const folders = new Set(MODULES.map(({ file }) => folderOf(file)));
  expect([...LAYERS.keys()].filter((name) => !folders.has(name))).toEqual([]);
});

/** A check, and a line that it must find when it is added to a file. */
const FAULTS: readonly (readonly [check: keyof typeof CHECKS, file: string, line: string])[] = [
  ["every folder of src stands in the table of layers", "src/helpers/misc.ts", ""],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/model/key.ts",
    'import type { X } from "../plan/build-plan";',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/hcl/document.ts",
    'export { x } from "../cdktf/synth";',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/rules/rule.ts",
    'import { awsProvider } from "../providers/aws/provider";',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/providers/common/slug.ts",
    'import { KmsKey } from "@cdktf/provider-aws/lib/kms-key";',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/providers/common/slug.ts",
    'import { rule } from "../../rules/rule";',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/compile.ts",
    'const a = () => import("cdktf");',
  ],
  [
    "imports go downward, and libraries are imported by their owners",
    "src/output/manifest.ts",
    'import * as fs from "node:fs";',
  ],
  [
    "no module imports itself, on whatever way",
    "src/base/text.ts",
    'import { createSourceFile } from "../diagnostics/source-file"; import { x } from "../diagnostics/print-text";',
  ],
  [
    "what compiles reads no clock, chance, locale or process, and prints nothing",
    "src/plan/names.ts",
    "export const at = Date.now();",
  ],
  [
    "what compiles reads no clock, chance, locale or process, and prints nothing",
    "src/plan/names.ts",
    "export const at = Math.random();",
  ],
  [
    "what compiles reads no clock, chance, locale or process, and prints nothing",
    "src/hcl/document.ts",
    'export const home = process.env["HOME"];',
  ],
  [
    "what compiles reads no clock, chance, locale or process, and prints nothing",
    "src/base/ordering.ts",
    "export const by = (a: string, b: string) => a.localeCompare(b);",
  ],
  ["no module below the command line keeps state", "src/render.ts", "let last = 0;"],
  [
    "quotation marks are put around values in print-expression alone",
    "src/hcl/document.ts",
    'export const label = (name: string) => `"${name}"`;',
  ],
  [
    "quotation marks are put around values in print-expression alone",
    "src/providers/common/slug.ts",
    "export const policy = JSON.stringify({});",
  ],
  ["no folder says a word that is not its business", "src/rules/rule.ts", "/** As Terraform has it. */"],
  ["no folder says a word that is not its business", "src/plan/names.ts", "export const awsName = 1;"],
  [
    "nobody asks who a provider or an engine is",
    "src/plan/names.ts",
    'export const isAurora = (engine: string) => engine.startsWith("aurora");',
  ],
];

test.each(FAULTS)("%s: is broken in %s by `%s`", (check, file, line) => {
  const text = `${FILES.has(file) ? readText(file) : ""}\n${line}\n`;
  const others = MODULES.filter((module) => module.file !== file);
  const found = CHECKS[check]([...others, parseModule(file, text, FILES)]);
  expect(found.join("\n")).toContain(file);
});
