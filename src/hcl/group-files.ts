import type { TerraformProgram } from "../terraform/program";
import type { HclBlock, HclFile } from "./document";
import { elementBlock, outputBlock, providerBlock, terraformBlock, variableBlock } from "./to-blocks";

/** The files of a root module, by path. A file without a block is not made. */
export function groupFiles(program: TerraformProgram): readonly HclFile[] {
  const file = (name: string, template: string, blocks: readonly HclBlock[]): HclFile => ({
    path: `${program.folder}/${name}.tf`,
    template,
    blocks,
  });
  return [
    file("terraform", "terraform", [terraformBlock(program)]),
    file("providers", "providers", program.providers.map(providerBlock)),
    ...program.sections.map((section) =>
      file(section.file, section.template, section.elements.map(elementBlock)),
    ),
    file("variables", "variables", program.variables.map(variableBlock)),
    file("outputs", "outputs", program.outputs.map(outputBlock)),
  ].filter(({ blocks }) => blocks.length > 0);
}
