import * as path from "node:path";
import ts from "typescript";

/** A module of the sources, as far as its outside goes. */
export interface SourceModule {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly syntax: ts.SourceFile;
  readonly imports: readonly ModuleImport[];
}

/** What a module takes from another one, whether by `import`, `export … from` or `import(…)`. */
export interface ModuleImport {
  /** Path from the root of the repository for our own files, else the name of the package. */
  readonly target: string;
  readonly isOwn: boolean;
  /** Gone when the program runs. */
  readonly isTypeOnly: boolean;
}

/** Reads the imports of a source text. `files` are the paths of all sources. */
export function parseModule(file: string, text: string, files: ReadonlySet<string>): SourceModule {
  const syntax = ts.createSourceFile(file, text, ts.ScriptTarget.ES2023, true);
  const imports: ModuleImport[] = [];
  visit(syntax, (node) => {
    const found = importOf(node);
    if (found !== undefined) imports.push(resolveImport(file, found, files));
  });
  return { file, syntax, imports };
}

/** Calls `see` with every node of a tree. */
export function visit(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  node.forEachChild((child) => visit(child, see));
}

/** `file:line` of a node, for a finding. */
export function placeOf(module: SourceModule, node: ts.Node): string {
  const { line } = module.syntax.getLineAndCharacterOfPosition(node.getStart());
  return `${module.file}:${line + 1}`;
}

interface WrittenImport {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
}

function importOf(node: ts.Node): WrittenImport | undefined {
  if (ts.isImportDeclaration(node)) {
    return written(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  }
  if (ts.isExportDeclaration(node)) return written(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return written(node.argument.literal, true);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return written(node.arguments[0], false);
  }
  return undefined;
}

function written(specifier: ts.Node | undefined, isTypeOnly: boolean): WrittenImport | undefined {
  if (specifier === undefined || !ts.isStringLiteralLike(specifier)) return undefined;
  return { specifier: specifier.text, isTypeOnly };
}

function resolveImport(
  file: string,
  { specifier, isTypeOnly }: WrittenImport,
  files: ReadonlySet<string>,
): ModuleImport {
  if (!specifier.startsWith(".")) return { target: packageOf(specifier), isOwn: false, isTypeOnly };
  const joined = path.posix.join(path.posix.dirname(file), specifier);
  const source = [`${joined}.ts`, `${joined}/index.ts`].find((candidate) => files.has(candidate));
  return { target: source ?? joined, isOwn: true, isTypeOnly };
}

/** `@cdktf/provider-aws/lib/kms-key` → `@cdktf/provider-aws`. */
function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
