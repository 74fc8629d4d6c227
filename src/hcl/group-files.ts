import type { Companion, TestBlock, TestItem } from "../terraform/companion";
import { toSnakeCase } from "../terraform/names";
import type { TerraformProgram } from "../terraform/program";
import { attribute, type HclBlock, type HclFile, type HclItem } from "./document";
import { elementBlock, outputBlock, providerBlock, terraformBlock, variableBlock } from "./to-blocks";

/** The files of a root module, by path. A file without a block is not made. */
export function groupFiles(program: TerraformProgram): readonly HclFile[] {
  const file = (name: string, template: string, blocks: readonly HclBlock[]): HclFile => ({
    path: `${program.folder}/${name}.tf`,
    template: `${template}.tf`,
    blocks,
  });
  const elementFiles = program.sections.map(({ file: name, template, elements }) =>
    file(
      name,
      template,
      elements.map((element) => elementBlock(element, program)),
    ),
  );
  return [
    file("terraform", "terraform", [terraformBlock(program)]),
    file(
      "providers",
      "providers",
      program.providers.map((provider) => providerBlock(provider, program)),
    ),
    ...elementFiles,
    file("variables", "variables", program.variables.map(variableBlock)),
    file("outputs", "outputs", program.outputs.map(outputBlock)),
  ].filter(({ blocks }) => blocks.length > 0);
}

/** A file of tests. */
export function testFile({ path, blocks }: Extract<Companion, { kind: "test" }>): HclFile {
  return { path, template: "tests.tftest.hcl", blocks: blocks.map(testBlock) };
}

function testBlock({ keyword, labels, items, comment }: TestBlock): HclBlock {
  return { keyword, labels, items: items.map(testItem), comment };
}

function testItem(item: TestItem): HclItem {
  return item.kind === "argument"
    ? attribute(toSnakeCase(item.name), item.value)
    : { kind: "block", block: testBlock(item.block) };
}
