import type { OutputFile } from "./base/output-file";
import { groupFiles, testFile } from "./hcl/group-files";
import { fileView } from "./hcl/view-model";
import { createLayout, type LayOut, type TemplateSet } from "./layout/layout";
import { standardTemplates } from "./layout/standard-templates";
import { guideView } from "./markdown/print-guide";
import { printYaml } from "./spec/print-yaml";
import type { Companion } from "./terraform/companion";
import type { TerraformProgram } from "./terraform/program";

/** A deployment as far as its files go. */
export interface RenderableDeployment {
  readonly programs: readonly TerraformProgram[];
  readonly companions: Iterable<Companion>;
}

/**
 * Every file of a deployment as plain Terraform, by paths below the output folder. `specName` is the file name of
 * the spec, which the files name as their source.
 */
export function renderDeployment(
  deployment: RenderableDeployment,
  specName: string,
  templates: TemplateSet = standardTemplates,
): readonly OutputFile[] {
  return [...renderFiles(deployment, specName, templates)];
}

/** The same, each file when it is asked for. */
export function* renderFiles(
  { programs, companions }: RenderableDeployment,
  specName: string,
  templates: TemplateSet = standardTemplates,
): Generator<OutputFile> {
  const layOut = createLayout(templates);
  for (const program of programs)
    for (const file of groupFiles(program))
      yield { path: file.path, content: layOut(file.template, fileView(file, specName)) };
  for (const companion of companions)
    yield { path: companion.path, content: renderCompanion(companion, specName, layOut) };
}

function renderCompanion(companion: Companion, specName: string, layOut: LayOut): string {
  switch (companion.kind) {
    case "guide":
      return layOut("README.md", guideView(companion.guide, specName));
    case "test": {
      const file = testFile(companion);
      return layOut(file.template, fileView(file, specName));
    }
    case "document":
      return printDocument(companion);
  }
}

/** A document, which no template lays out. */
export function printDocument({ format, value }: Extract<Companion, { kind: "document" }>): string {
  return format === "json" ? `${JSON.stringify(value, null, 2)}\n` : printYaml(value);
}
