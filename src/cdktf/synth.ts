import type { TerraformProgram } from "../terraform/program";
import { App } from "./bindings";
import { ProgramStack } from "./deployment-stack";

/** Builds the construct tree of some programs and has cdktf write it below `outdir`. */
export function synthesizePrograms(programs: readonly TerraformProgram[], outdir: string): void {
  const app = new App({ outdir });
  for (const program of programs) new ProgramStack(app, program);
  app.synth();
}

/** The JSON that cdktf writes for a program, without writing it. */
export function synthesizeToJson(program: TerraformProgram): unknown {
  const stack = new ProgramStack(new App({ skipValidation: true }), program);
  stack.prepareStack();
  return stack.toTerraform();
}
