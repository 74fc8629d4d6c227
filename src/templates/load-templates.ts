import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { sortDiagnostics, type Result } from "../diagnostics/result";
import { createSourceFile, type SourceFile } from "../diagnostics/source-file";
import { checkTemplate } from "../layout/check-template";
import { parseTemplate, type ParsedTemplate } from "../layout/parse-template";
import type { UserTemplates } from "../layout/user-layout";
import { blockViewType, fileViewType, guideViewType, STANDARD_PARTIALS } from "./view-model";

/** A file of the folder of templates. */
export interface TemplateFile {
  /** Path from the folder, with `/` and with `.hbs`. */
  readonly path: string;
  /** What diagnostics call it. */
  readonly name: string;
  readonly text: string;
}

/** The template of the guide, which is given something else than all others. */
export const GUIDE_TEMPLATE = "README.md";

const ENDING = ".hbs";

/**
 * Reads a user's templates. `_name.hbs` is a partial, everything else the template of a file. Every name in them is
 * checked against what they are given, so that a template that is loaded can be rendered.
 */
export function loadTemplates(folder: string, files: readonly TemplateFile[]): Result<UserTemplates> {
  const templates = files.filter(({ path }) => path.endsWith(ENDING));
  if (templates.length === 0) {
    const file = createSourceFile(folder, "");
    return { diagnostics: [createDiagnostic("templates/unreadable", {}, file, { start: 0, end: 0 })] };
  }
  const parsed = templates.map(parse);
  const diagnostics = parsed.filter(isDiagnostic);
  const read = parsed.filter((one): one is ParsedTemplate => !isDiagnostic(one));
  const isPartial = ({ name }: ParsedTemplate) => name.startsWith("_");
  const partials = new Map(read.filter(isPartial).map((one) => [one.name.slice(1), one]));
  const layouts = new Map(read.filter((one) => !isPartial(one)).map((one) => [one.name, one]));
  // A partial that cannot be read would be called unknown wherever it is called.
  const found = diagnostics.length > 0 ? diagnostics : check(layouts, partials);
  if (found.length > 0) return { diagnostics: sortDiagnostics(found) };
  return { value: { files: layouts, partials }, diagnostics: [] };
}

function parse({ path, name, text }: TemplateFile): ParsedTemplate | Diagnostic {
  const file = createSourceFile(name, text);
  const made = path.slice(0, -ENDING.length);
  // `.hbs`, `..hbs` and `...hbs` would make the folder itself, or the one above.
  if (!["", ".", ".."].includes(made.slice(made.lastIndexOf("/") + 1))) return parseTemplate(made, file);
  const problem = `a template is called like the file that it makes, with ${ENDING} after it`;
  return createDiagnostic("templates/unsupported", { problem }, file, { start: 0, end: 0 });
}

type Templates = ReadonlyMap<string, ParsedTemplate>;

function check(layouts: Templates, partials: Templates): Diagnostic[] {
  const set = { own: partials, standard: STANDARD_PARTIALS };
  // Partials in the place of standard ones are called by the standard templates.
  const called = [
    ["header", fileViewType],
    ["block", blockViewType],
  ] as const;
  return [
    ...called.flatMap(([name, type]) => {
      const partial = partials.get(name);
      return partial === undefined ? [] : checkTemplate(partial, type, set);
    }),
    ...[...layouts.values()].flatMap((template) =>
      checkTemplate(template, template.name === GUIDE_TEMPLATE ? guideViewType : fileViewType, set),
    ),
  ];
}

function isDiagnostic(one: ParsedTemplate | Diagnostic): one is Diagnostic {
  return "severity" in one;
}

/** The template that a finding about a file of the output points at: its own, else a partial that it may use. */
export function templateOf(name: string | undefined, { files, partials }: UserTemplates): SourceFile | undefined {
  const own = name === undefined ? undefined : files.get(name);
  return (own ?? partials.get("block") ?? [...partials.values()][0] ?? [...files.values()][0])?.file;
}
