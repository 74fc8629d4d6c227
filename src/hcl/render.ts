import Handlebars from "handlebars/runtime";
import { mustGet } from "../base/invariant";
import type { OutputFile } from "../base/output-file";
import type { TerraformProgram } from "../terraform/program";
import { groupFiles } from "./group-files";
import { standardTemplates, type TemplateSet } from "./templates";
import { viewOf } from "./view-model";

/** The root module of a program as files of plain Terraform. `specName` is the file name of the spec. */
export function renderProgram(program: TerraformProgram, specName: string): readonly OutputFile[] {
  return createRenderer(standardTemplates)(program, specName);
}

/** A renderer over a set of compiled templates. */
export function createRenderer(
  templates: TemplateSet,
): (program: TerraformProgram, specName: string) => readonly OutputFile[] {
  const environment = Handlebars.create();
  for (const [name, partial] of templates.partials)
    environment.registerPartial(name, environment.template(partial));
  const compiled = new Map([...templates.files].map(([name, file]) => [name, environment.template(file)]));
  return (program, specName) =>
    groupFiles(program).map((file) => ({
      path: file.path,
      content: mustGet(compiled, file.template)(viewOf(file, specName)),
    }));
}
