import type { Guide, GuideSection } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";

/** The guide of a root module: what it is, what goes in and comes out. */
export function moduleGuide({ plan }: LoweringRequest, program: TerraformProgram): Guide {
  const what = `Terraform root module of the deployment \`${plan.name}\`.`;
  return {
    title: program.name,
    sections: [{ parts: [{ kind: "paragraph", text: what }] }, ...inputs(program), ...outputs(program)],
  };
}

function inputs({ variables }: TerraformProgram): GuideSection[] {
  if (variables.length === 0) return [];
  const rows = variables.map((variable) => [
    `\`${variable.name}\``,
    `\`${variable.type}\``,
    variable.default === undefined ? "required" : `\`${String(variable.default)}\``,
    variable.description,
  ]);
  return [
    { heading: "Inputs", parts: [{ kind: "table", head: ["name", "type", "default", "what it is"], rows }] },
  ];
}

function outputs({ outputs: values }: TerraformProgram): GuideSection[] {
  if (values.length === 0) return [];
  const rows = values.map(({ name, description }) => [`\`${name}\``, description]);
  return [{ heading: "Outputs", parts: [{ kind: "table", head: ["name", "what it is"], rows }] }];
}
