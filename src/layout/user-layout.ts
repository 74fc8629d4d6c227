import Handlebars from "handlebars";
import { mustGet } from "../base/invariant";
import type { LayOut, TemplateSet } from "./layout";
import type { ParsedTemplate } from "./parse-template";

/** The settings of scripts/compile-template.cjs, and our one helper. */
const OPTIONS: CompileOptions = {
  noEscape: true,
  strict: true,
  preventIndent: true,
  knownHelpersOnly: true,
  knownHelpers: { eq: true },
};

/** A user's templates and partials by name. */
export interface UserTemplates {
  readonly files: ReadonlyMap<string, ParsedTemplate>;
  readonly partials: ReadonlyMap<string, ParsedTemplate>;
}

/** Binds the standard templates with a user's in their place; these must have been checked. */
export function createUserLayout(standard: TemplateSet, { files, partials }: UserTemplates): LayOut {
  const environment = Handlebars.create();
  environment.registerHelper("eq", (left: unknown, right: unknown) => left === right);
  for (const [name, partial] of standard.partials)
    environment.registerPartial(name, environment.template(partial));
  for (const [name, { program }] of partials)
    environment.registerPartial(name, environment.compile(program, OPTIONS));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (name, view) => {
    const own = files.get(name);
    const template =
      compiled.get(name) ??
      (own === undefined
        ? environment.template(mustGet(standard.files, name))
        : environment.compile(own.program, OPTIONS));
    compiled.set(name, template);
    return template(view);
  };
}
