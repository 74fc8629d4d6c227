import type { GuideSection } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import { elementsOf } from "../../../terraform/program-index";
import { code, section, table, paragraph } from "./guide-parts";

/** What goes into a root module and comes out, and which checks it need not pass. */
export function moduleSections(program: TerraformProgram): readonly GuideSection[] {
  const { outputs, variables } = program;
  const inputs = variables.map((variable) => [
    code(variable.name),
    code(variable.type),
    variable.default === undefined ? "required" : code(String(variable.default)),
    variable.description,
  ]);
  return [
    ...section(
      "Inputs",
      inputs.length === 0 ? [] : [table(["name", "type", "default", "what it is"], inputs)],
    ),
    ...section(
      "Outputs",
      outputs.length === 0
        ? []
        : [
            table(
              ["name", "what it is"],
              outputs.map(({ name, description }) => [code(name), description]),
            ),
          ],
    ),
    ...skippedChecks(program),
  ];
}

function skippedChecks(program: TerraformProgram): readonly GuideSection[] {
  const reasons = new Map<string, Set<string>>();
  for (const { skippedChecks: skipped } of elementsOf(program)) {
    for (const { id, reason } of skipped) {
      reasons.set(reason, (reasons.get(reason) ?? new Set()).add(id));
    }
  }
  if (reasons.size === 0) return [];
  return section("Policy checks that are skipped", [
    paragraph("Each stands at its resource, in the syntax of its tool."),
    table(
      ["check", "reason"],
      [...reasons].map(([reason, ids]) => [[...ids].map(code).join(", "), reason]),
    ),
  ]);
}
