import type { GuidePart } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { code, codes, commands, paragraph, table } from "./guide-parts";

/** How root modules are applied: one alone, or stacks in their order. */
export function applyCommands(
  programs: readonly TerraformProgram[],
  hasStacks: boolean,
): readonly GuidePart[] {
  if (!hasStacks) return [commands(["terraform", "init"], ["terraform", "apply"])];
  const rows = programs.map(({ name, dependsOn }, index) => [
    String(index + 1),
    code(name),
    dependsOn.length === 0 ? "nothing" : codes(dependsOn),
  ]);
  return [
    paragraph("Each stack is a root module with a state of its own. Apply them in this order:"),
    table(["order", "stack", "reads or follows"], rows),
    commands(
      ...programs.flatMap(({ name }) => [
        ["terraform", `-chdir=${name}`, "init"],
        ["terraform", `-chdir=${name}`, "apply"],
      ]),
    ),
  ];
}

/** https://developer.hashicorp.com/terraform/language/backend/remote: where an apply runs, and what it is given there. */
export function workspacePoints(
  { terraform: { backend } }: LoweringRequest,
  programs: readonly TerraformProgram[],
): readonly string[] {
  if (backend?.remote === undefined) return [];
  const given = secretsOf(programs).length === 0 ? "credentials" : "passwords and credentials";
  return [
    `State is kept in workspaces of ${backend.remote.hostname ?? "HCP Terraform"}. Where their execution mode is not \`Local\`, an apply runs there, and takes ${given} from the variables of the workspace, not from your environment.`,
    ...(programs.some(({ dependsOn }) => dependsOn.length > 0)
      ? [
          "A workspace must share its state with those of the stacks that read it: Remote state sharing, in its settings.",
        ]
      : []),
  ];
}

/** Variables without a default are passwords; they are asked for, or taken from the environment. */
function secretsOf(programs: readonly TerraformProgram[]): readonly string[] {
  return programs.flatMap(({ variables }) =>
    variables.filter((variable) => variable.default === undefined).map(({ name }) => name),
  );
}

/** What root modules are given before anything is applied, be it a part of them. */
export function secretInputs(programs: readonly TerraformProgram[]): readonly GuidePart[] {
  const names = secretsOf(programs);
  if (names.length === 0) return [];
  return [
    paragraph(
      "Passwords go through ephemeral variables into write-only arguments, and stand in no state or plan. Give them in the environment before you apply; to change one later, raise its `_version` variable too.",
    ),
    { kind: "code", language: "sh", text: questions(names) },
  ];
}

/** Several are asked for by name: lines that are pasted together would be taken for the answers. */
function questions(names: readonly string[]): string {
  if (names.length === 1)
    return names.map((name) => `read -rs TF_VAR_${name} && export TF_VAR_${name}`).join("");
  return [
    `for name in ${names.join(" ")}; do`,
    `  printf '%s: ' "$name" && read -rs "TF_VAR_$name" && export "TF_VAR_$name" && echo`,
    "done",
  ].join("\n");
}

/** The beginning of a command that is given in a stack: the folder, where there are several. */
export function terraformIn(
  { hasStacks }: { readonly hasStacks: boolean },
  stack: string,
): readonly string[] {
  return hasStacks ? ["terraform", `-chdir=${stack}`] : ["terraform"];
}
