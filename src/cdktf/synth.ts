import { mustGet } from "../base/invariant";
import type { TerraformProgram } from "../terraform/program";
import { App } from "./bindings";
import { ProgramStack } from "./program-stack";

/** Builds the construct tree of some programs and has cdktf write it below `outdir`. */
export function synthesizePrograms(programs: readonly TerraformProgram[], outdir: string): void {
  const app = new App({ outdir });
  const stacks = new Map<string, ProgramStack>();
  for (const program of programs) {
    const stack = new ProgramStack(app, program);
    for (const earlier of program.dependsOn) stack.addDependency(mustGet(stacks, earlier));
    stacks.set(program.name, stack);
  }
  app.synth();
}

/** The JSON that cdktf writes for a program, without writing it. */
export function synthesizeToJson(program: TerraformProgram): unknown {
  const stack = new ProgramStack(new App({ skipValidation: true }), program);
  stack.prepareStack();
  return stack.toTerraform();
}
