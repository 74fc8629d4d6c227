import { addressOf, type TerraformProgram } from "../../../terraform/program";
import { elementsOf } from "../../../terraform/program-index";
import { visitBodyReferences, visitReferences } from "../../../terraform/rewrite";
import type { ModuleCheck, ModuleSubject } from "./policy-check";

const RULES = "https://github.com/terraform-linters/tflint-ruleset-terraform/blob/main/docs/rules";
const SNAKE_CASE = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;

function rule(id: string, title: string, passes: (subject: ModuleSubject) => boolean): ModuleCheck {
  return {
    id,
    tool: "tflint",
    severity: "unrated",
    title,
    link: `${RULES}/${id}.md`,
    resourceTypes: [],
    exceptions: [],
    scope: "module",
    passes,
  };
}

/**
 * The rules of tflint-ruleset-terraform that the tree of a program can break. Those about text (comments,
 * interpolation, files) are held by a guard over the files themselves.
 */
export const tflintOnModules = [
  rule("terraform_documented_outputs", "every output has a description", ({ program }) =>
    program.outputs.every(({ description }) => description !== ""),
  ),
  rule("terraform_documented_variables", "every variable has a description", ({ program }) =>
    program.variables.every(({ description }) => description !== ""),
  ),
  rule("terraform_naming_convention", "names are in snake_case", ({ program }) =>
    namesOf(program).every((name) => SNAKE_CASE.test(name)),
  ),
  rule("terraform_required_providers", "every provider has a source and a version", ({ program }) =>
    program.requiredProviders.every(({ source, version }) => source !== "" && version !== ""),
  ),
  rule(
    "terraform_required_version",
    "the version of Terraform is bounded",
    ({ program }) => program.requiredVersion !== "",
  ),
  rule("terraform_unused_declarations", "every variable and data source is used", ({ program }) => {
    const used = usedIn(program);
    const declared = [
      ...program.variables.map(({ name }) => `var.${name}`),
      ...elementsOf(program).flatMap((element) => (element.kind === "data" ? addressOf(element) : [])),
    ];
    return declared.every((address) => used.has(address));
  }),
  rule(
    "terraform_workspace_remote",
    "the workspace is not read with a remote backend",
    ({ program }) =>
      program.backend.kind === "none" ||
      program.backend.type !== "remote" ||
      !usedIn(program).has("terraform.workspace"),
  ),
];

function namesOf(program: TerraformProgram): readonly string[] {
  return [...elementsOf(program), ...program.variables, ...program.outputs].map(({ name }) => name);
}

/** `var.<name>`, `data.<type>.<name>` and `terraform.<name>` of every reference. */
function usedIn(program: TerraformProgram): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (steps: readonly string[]) => used.add(steps.slice(0, steps[0] === "data" ? 3 : 2).join("."));
  for (const { body } of [...elementsOf(program), ...program.providers]) {
    visitBodyReferences(body, ({ steps }) => add(steps));
  }
  for (const { value } of program.outputs) visitReferences(value, ({ steps }) => add(steps));
  return used;
}
