import type { TerraformProgram } from "../terraform/program";
import { addElements } from "./add-elements";
import { TerraformStack, type Construct } from "./bindings";
import type { IsLateValue } from "./expression-to-token";
import { PlainBackend } from "./plain-backend";

/** A program as a stack of CDKTF. */
export class ProgramStack extends TerraformStack {
  constructor(scope: Construct, program: TerraformProgram, isLate?: IsLateValue) {
    super(scope, program.name);
    fillStack(this, program, isLate);
  }
}

/** Adds a program to the stack of its name: backend, providers, resources, variables and outputs. */
export function fillStack(stack: TerraformStack, program: TerraformProgram, isLate?: IsLateValue): void {
  new PlainBackend(stack, program.backend);
  addElements(stack, program, isLate);
  stack.addOverride("terraform.required_version", program.requiredVersion);
  // cdktf moves a resource from one address only, and not from one that it has no construct for.
  if (program.moved.length > 0)
    stack.addOverride(
      "moved",
      program.moved.map(({ from, to }) => ({ from, to })),
    );
  for (const { name, source, version } of program.requiredProviders) {
    stack.addOverride(`terraform.required_providers.${name}`, { source, version });
  }
}
