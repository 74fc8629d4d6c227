import { readText } from "./repository";
import type { ModuleImport, SourceModule } from "./modules";

/*
 * What ARCHITECTURE.md promises about imports. What stands in which layer is read from its table; what a layer
 * may import is said here.
 */

/** Folders and files of `src` by their layer, as the table of ARCHITECTURE.md has them. */
export const LAYERS = readLayers(readText("ARCHITECTURE.md"));

function readLayers(text: string): ReadonlyMap<string, number> {
  const rows = [...text.matchAll(/^\| (\d) +\| ([^|]*)\|/gm)];
  return new Map(
    rows.flatMap(([, layer, cell]) =>
      [...(cell ?? "").matchAll(/`([^`]+)`/g)].map(([, name]) => [name ?? "", Number(layer)] as const),
    ),
  );
}

/** The layers that a layer may import from; a folder may always import from itself. */
const BELOW: Readonly<Record<number, readonly number[]>> = {
  7: [7, 6, 5, 4, 3, 2, 1, 0],
  6: [6, 5, 4, 3, 2, 1, 0],
  5: [1, 0],
  // The rules of a provider also from 3 and 2.
  4: [1, 0],
  3: [3, 2, 1, 0],
  2: [1, 0],
  1: [0],
  0: [0],
};

/** Types, and types only, that a layer may import from above or beside what {@link BELOW} says. */
const TYPES_ALLOWED: readonly { readonly from: string; readonly target: RegExp }[] = [
  { from: "providers", target: /^src\/spec\/schema\// },
  { from: "providers", target: /^src\/rules\/rule\.ts$/ },
];

/** Libraries, and where they may be imported at run time. Types of a binding are free to `providers`. */
const LIBRARIES: Readonly<Record<string, RegExp>> = {
  "@cdktf/provider-aws": /^src\/cdktf\/aws-bindings\.ts$/,
  "@cdktf/provider-google": /^src\/cdktf\/google-bindings\.ts$/,
  cdktf: /^src\/cdktf\/bindings\.ts$/,
  constructs: /^src\/cdktf\/bindings\.ts$/,
  "@sinclair/typebox": /^src\/spec\//,
  ajv: /^src\/spec\//,
  yaml: /^src\/spec\//,
  elkjs: /^src\/diagram\/lay-out\.ts$/,
  diff: /^src\/review\/html\/libraries\.ts$/,
  prismjs: /^src\/review\/html\/libraries\.ts$/,
  commander: /^src\/cli\/(main|program|list-options)\.ts$/,
  "fastest-levenshtein": /^src\/base\/suggest\.ts$/,
  handlebars: /^src\/layout\//,
  "@cdktf/hcl2json": /^src\/review\/hcl-json\.ts$/,
  "node:child_process": /^src\/cli\/git-folder\.ts$/,
  "node:crypto": /^src\/(output\/manifest|review\/html\/page)\.ts$/,
  "node:fs": /^src\/cli\/(disk|read-at-most|standard-streams)\.ts$/,
  "node:os": /^src\/cli\/host\.ts$/,
  "node:readline/promises": /^src\/cli\/terminal\.ts$/,
  "node:util": /^src\/(base\/colors|cli\/disk)\.ts$/,
  "node:path": /^src\/(cli\/|cdktf-main\.ts$)/,
};

const LIBRARY_TYPES: Readonly<Record<string, RegExp>> = {
  commander: /^src\/cli\//,
  "@cdktf/provider-aws": /^src\/(providers|cdktf)\//,
  "@cdktf/provider-google": /^src\/(providers|cdktf)\//,
  prismjs: /^src\/review\/html\//,
};

/** The rules that only one provider has. */
export const PROVIDER_RULES = /^src\/providers\/[^/]+\/rules\//;

export function folderOf(file: string): string {
  return file.split("/")[1] ?? "";
}

export function layerOf(file: string): number | undefined {
  return LAYERS.get(folderOf(file));
}

/** Sources that stand in no layer. */
export function withoutLayer(modules: readonly SourceModule[]): string[] {
  return modules.map(({ file }) => file).filter((file) => layerOf(file) === undefined);
}

/** Imports of what the layer of a source may not import. */
export function wrongImports(modules: readonly SourceModule[]): string[] {
  return modules.flatMap(({ file, imports }) =>
    imports.filter((one) => !mayImport(file, one)).map((one) => `${file} imports ${one.target}`),
  );
}

function mayImport(file: string, { target, isOwn, isTypeOnly }: ModuleImport): boolean {
  if (!isOwn) {
    return (
      LIBRARIES[target]?.test(file) === true || (isTypeOnly && LIBRARY_TYPES[target]?.test(file) === true)
    );
  }
  if (!target.startsWith("src/")) return mayRead(file, target);
  const from = layerOf(file);
  const to = layerOf(target);
  if (from === undefined || to === undefined) return false;
  if (folderOf(file) === folderOf(target)) return true;
  if (PROVIDER_RULES.test(file) && (to === 3 || to === 2)) return true;
  const isAllowedType = TYPES_ALLOWED.some(
    (allowed) => allowed.from === folderOf(file) && allowed.target.test(target),
  );
  return BELOW[from]?.includes(to) === true || (isTypeOnly && isAllowedType);
}

/** Files outside src that are built in. */
function mayRead(file: string, target: string): boolean {
  if (target.startsWith("templates/")) return folderOf(file) === "layout";
  return target === "package.json" && file === "src/cli/version.ts";
}

/** The circles of imports, each as the way around; types count, for a reader goes around all the same. */
export function circles(modules: readonly SourceModule[]): string[] {
  const imports = new Map(modules.map((module) => [module.file, module.imports]));
  const done = new Set<string>();
  const found: string[] = [];
  const follow = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      found.push([...way.slice(way.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const { target } of imports.get(file) ?? []) follow(target, [...way, file]);
    done.add(file);
  };
  for (const { file } of modules) follow(file, []);
  return found;
}
