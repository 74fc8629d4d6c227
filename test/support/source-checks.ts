import ts from "typescript";
import { folderOf, layerOf, PROVIDER_RULES } from "./import-checks";
import { placeOf, visit, type SourceModule } from "./modules";

/* What ARCHITECTURE.md promises about the sources beside their imports. */

/** What the layers 0 to 5 may not name: clocks, chance, the process, and whatever asks for the locale. */
const IMPURE = new Set([
  "console",
  "process",
  "Date",
  "performance",
  "setTimeout",
  "setInterval",
  "fetch",
  "globalThis",
  "require",
]);
const IMPURE_METHODS = /^(random|randomUUID|randomBytes|localeCompare|toLocale[A-Za-z]*)$/;

/** Requires bindings when a program needs them, and nothing else. */
const LOADERS = new Set(["src/cdktf/resource-classes.ts"]);

/** Providers, and their products. */
const PROVIDERS = ["aws", "amazon", "google", "gcp", "rds", "aurora", "alloydb"];

/** Where each provider has its classes. */
const BINDINGS = /^src\/cdktf\/(resource-classes|([a-z]+-)?(bindings|classes))\.ts$/;

/** Words that have no place in a folder. */
const FORBIDDEN_WORDS: readonly { readonly folders: readonly string[]; readonly words: readonly string[] }[] =
  [
    {
      folders: ["model", "plan", "rules", "advice", "starter"],
      words: [...PROVIDERS, "kms", "terraform", "cdktf"],
    },
    {
      folders: ["hcl", "layout", "cdktf", "review", "diagram", "markdown", "templates", "output", "base"],
      words: PROVIDERS,
    },
    { folders: ["hcl", "layout"], words: ["kms", "cluster", "encryption"] },
  ];

/** Where a source asks something but its input. */
export function impurities(modules: readonly SourceModule[]): string[] {
  return below(6, modules).flatMap((module) =>
    nodesOf(
      module,
      (node) =>
        ts.isIdentifier(node) && isImpure(node) && !(LOADERS.has(module.file) && node.text === "require"),
    ),
  );
}

function isImpure(node: ts.Identifier): boolean {
  const { parent } = node;
  const isMember = ts.isPropertyAccessExpression(parent) && parent.name === node;
  if (isMember) return IMPURE_METHODS.test(node.text);
  const isName =
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isImportSpecifier(parent)) &&
    parent.name === node;
  return !isName && IMPURE.has(node.text);
}

/** Keeps the compiled schema: the same whatever came before. */
const CACHES = new Set(["src/spec/compiled-schema.ts"]);

/** State of a module that lives on between two runs. */
export function mutableState(modules: readonly SourceModule[]): string[] {
  return below(7, modules)
    .filter(({ file }) => !CACHES.has(file))
    .flatMap((module) =>
      nodesOf(
        module,
        (node) =>
          ts.isVariableStatement(node) &&
          node.parent === module.syntax &&
          (node.declarationList.flags & ts.NodeFlags.Const) === 0,
      ),
    );
}

/** What a provider says of live resources makes sentences, and no Terraform. */
const REVIEWING = /^src\/providers\/[^/]+\/live\//;

/** They count the characters of a document, and make no text of it. */
const MEASURING = [
  "src/providers/aws/companions/deployer/split-statements.ts",
  "src/providers/aws/key-policy-size.ts",
];

/** Text with a quotation mark put around a value, in what makes Terraform. */
export function quotations(modules: readonly SourceModule[]): string[] {
  return modules
    .filter(({ file }) => ["terraform", "providers", "hcl", "cdktf"].includes(folderOf(file)))
    .filter(({ file }) => file !== "src/terraform/print-expression.ts" && !PROVIDER_RULES.test(file))
    .filter(({ file }) => !REVIEWING.test(file) && !MEASURING.includes(file))
    .flatMap((module) => nodesOf(module, isQuotation));
}

function isQuotation(node: ts.Node): boolean {
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) return node.text.endsWith('"');
  if (ts.isStringLiteralLike(node)) return node.text === '"';
  return ts.isPropertyAccessExpression(node) && node.getText() === "JSON.stringify";
}

/** Words that are not the business of a folder. */
export function forbiddenWords(modules: readonly SourceModule[]): string[] {
  return modules.flatMap((module) => {
    if (BINDINGS.test(module.file)) return [];
    const folder = folderOf(module.file);
    const words = FORBIDDEN_WORDS.flatMap((one) => (one.folders.includes(folder) ? one.words : []));
    const used = new Set(wordsOf(module.syntax.text));
    return words.filter((word) => used.has(word)).map((word) => `${module.file} says "${word}"`);
  });
}

/** The words of a text, in comments and in identifiers: `KmsKey` is two. */
function wordsOf(text: string): string[] {
  return (text.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase());
}

/** Where shared code asks who the provider or the engine is, instead of what it can do. */
export function identities(modules: readonly SourceModule[]): string[] {
  const asks =
    /\b(provider(\.name|\.id)?|engine(\.name|\.id)?) *[!=]== *["']|\bengine(\.name|\.id)?\.(startsWith|endsWith|match)\(/;
  return modules
    .filter(({ file }) => folderOf(file) !== "providers")
    .filter(({ syntax }) => asks.test(syntax.text))
    .map(({ file }) => file);
}

function below(layer: number, modules: readonly SourceModule[]): SourceModule[] {
  return modules.filter(({ file }) => (layerOf(file) ?? 0) < layer);
}

function nodesOf(module: SourceModule, isWanted: (node: ts.Node) => boolean): string[] {
  const found: string[] = [];
  visit(module.syntax, (node) => {
    if (isWanted(node)) found.push(`${placeOf(module, node)} ${node.getText().slice(0, 60)}`);
  });
  return found;
}
