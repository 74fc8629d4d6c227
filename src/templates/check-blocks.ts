import type { OutputFile } from "../base/output-file";
import { groupBy } from "../base/group-by";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile, type SourceFile } from "../diagnostics/source-file";
import type { UserTemplates } from "../layout/user-layout";
import { createHclParser, type HclParser } from "../review/hcl-json";
import { differences, isProblem, merged, readBlocks, type BlockIndex } from "./compare-blocks";
import { templateOf } from "./load-templates";

/** A file of the output, and the name of the user's template that laid it out, if one did. */
export interface LaidOutFile extends OutputFile {
  readonly template: string | undefined;
}

/** What was laid out, and what has to be in it. */
export interface BlockCheck {
  /** The files of the standard layout. */
  readonly standard: readonly OutputFile[];
  /** The files that are to be written, and those that are empty. */
  readonly laidOut: readonly LaidOutFile[];
  readonly templates: UserTemplates;
}

/** Reads the files back: every block must be there once and unchanged, in whichever file of its root module. */
export async function checkBlocks(check: BlockCheck): Promise<Diagnostic[]> {
  const { laidOut, templates } = check;
  const parser = createHclParser();
  const found = new Map<string, BlockIndex>();
  const diagnostics: Diagnostic[] = [];
  for (const { path, content, template } of laidOut.filter(isConfiguration)) {
    const read = await readBlocks(parser, path, content);
    if (!isProblem(read)) found.set(path, read);
    else diagnostics.push(createDiagnostic("templates/invalid-output", { path, ...read }, at(template, templates), START));
  }
  // What cannot be read is not known to be missing.
  return diagnostics.length > 0 ? diagnostics : await compare(check, parser, found);
}

const START = { start: 0, end: 0 };

async function compare(
  { standard, laidOut, templates }: BlockCheck,
  parser: HclParser,
  found: ReadonlyMap<string, BlockIndex>,
): Promise<Diagnostic[]> {
  const groups = new Map(
    [...groupBy(found, ([path]) => groupOf(path))].map(([group, files]) => [
      group,
      merged(files.map(([, index]) => index)),
    ]),
  );
  const diagnostics: Diagnostic[] = [];
  for (const file of standard.filter(isConfiguration)) {
    const wanted = await readBlocks(parser, file.path, file.content);
    if (isProblem(wanted)) continue;
    const there = groups.get(groupOf(file.path)) ?? new Map<string, readonly string[]>();
    const byPlace = groupBy(differences(wanted, there), ({ address, problem }) => {
      const places = [...found].filter(([, index]) => index.has(address)).map(([path]) => path);
      return problem === "is there more than once" ? (places.at(-1) ?? file.path) : file.path;
    });
    for (const [path, [first, ...others]] of byPlace) {
      if (first === undefined) continue;
      const { address, problem } = first;
      const template = laidOut.find((one) => one.path === path)?.template;
      const parameters = { path, block: address.replace(/^resource\./, ""), problem, others: others.length };
      diagnostics.push(createDiagnostic("templates/blocks-differ", parameters, at(template, templates), START));
    }
  }
  return diagnostics;
}

function isConfiguration({ path }: OutputFile): boolean {
  return path.endsWith(".tf") || path.endsWith(".hcl");
}

/** The configuration of a folder is one, and that of folders in it is none of it; a test file is by itself. */
function groupOf(path: string): string {
  return path.endsWith(".tf") ? path.slice(0, path.lastIndexOf("/")) : path;
}

function at(template: string | undefined, templates: UserTemplates): SourceFile {
  return templateOf(template, templates) ?? createSourceFile("", "");
}
