import type { Companion, TestBlock, TestItem } from "../terraform/companion";
import { toSnakeCase } from "../terraform/names";
import type { TerraformProgram } from "../terraform/program";
import { MAIN_SECTION } from "../terraform/split";
import { attribute, type HclBlock, type HclFile, type HclItem } from "./document";
import {
  elementBlock,
  movedBlock,
  outputBlock,
  providerBlock,
  terraformBlock,
  variableBlock,
} from "./to-blocks";

/** Files that every module has, be they empty: https://developer.hashicorp.com/terraform/language/modules/develop/structure. */
const STANDARD_FILES = ["main", "variables", "outputs"];

/**
 * The files of a root module, each made when it is its turn: all of them at once take many times the room that their
 * texts do. Beside the standard ones, a file without a block is not made.
 */
export function* groupFiles(program: TerraformProgram): Generator<HclFile> {
  for (const { name, template, blocks } of moduleFiles(program)) {
    const made = blocks();
    if (made.length > 0 || STANDARD_FILES.includes(name))
      yield { path: `${program.folder}/${name}.tf`, template: `${template}.tf`, blocks: made };
  }
}

/** A file of a root module, before its blocks are made. */
interface ModuleFile {
  readonly name: string;
  readonly template: string;
  readonly blocks: () => readonly HclBlock[];
}

function moduleFiles(program: TerraformProgram): readonly ModuleFile[] {
  const file = (name: string, template: string, blocks: () => readonly HclBlock[]): ModuleFile => ({
    name,
    template,
    blocks,
  });
  const sections = program.sections.some(({ file }) => file === MAIN_SECTION.file)
    ? program.sections
    : [{ ...MAIN_SECTION, elements: [] }, ...program.sections];
  const elementFiles = sections.map(({ file: name, template, elements }) =>
    file(name, template, () => elements.map((element) => elementBlock(element, program))),
  );
  return [
    file("terraform", "terraform", () => [terraformBlock(program)]),
    file("providers", "providers", () =>
      program.providers.map((provider) => providerBlock(provider, program)),
    ),
    ...elementFiles,
    file("moved", "moved", () => program.moved.map(movedBlock)),
    file("variables", "variables", () => program.variables.map(variableBlock)),
    file("outputs", "outputs", () => program.outputs.map(outputBlock)),
  ];
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
