import Handlebars from "handlebars/runtime";
import { mustGet } from "../base/invariant";

/** A template as Handlebars compiles it; what is in it is its own affair. */
export type CompiledTemplate = object;

/** Compiled templates by name: one for each kind of file, and the partials they share. */
export interface TemplateSet {
  readonly files: ReadonlyMap<string, CompiledTemplate>;
  readonly partials: ReadonlyMap<string, CompiledTemplate>;
}

/** Lays a file out: the name of a template, and what the template is given. */
export type LayOut = (template: string, view: object) => string;

/** Binds a set of templates. Templates carry layout only: blocks, values and tables are printed by code. */
export function createLayout(templates: TemplateSet): LayOut {
  const environment = Handlebars.create();
  for (const [name, partial] of templates.partials) {
    environment.registerPartial(name, environment.template(partial));
  }
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  return (template, view) => {
    const known = compiled.get(template) ?? environment.template(mustGet(templates.files, template));
    compiled.set(template, known);
    return known(view);
  };
}
