import type { Companion } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { moduleGuide } from "./module-guide";

/** What accompanies the root modules of a deployment. */
export function accompanyDeployment(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): readonly Companion[] {
  return programs.flatMap((program): Companion[] => [
    { kind: "guide", path: `${program.folder}/README.md`, guide: moduleGuide(request, program) },
  ]);
}
