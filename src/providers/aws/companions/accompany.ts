import type { Companion } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { deployerPolicy } from "./deployer/deployer-policy";
import { deploymentGuides } from "./guide/deployment-guide";
import { moduleTests } from "./tests/module-tests";
import { testSubjects } from "./tests/subject";

/** What accompanies the root modules of a deployment. */
export function accompanyDeployment(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): readonly Companion[] {
  return [
    ...deploymentGuides(request, programs),
    ...programs.flatMap((program) => deployerPolicy(request, program)),
    ...testSubjects(request, programs).flatMap(moduleTests),
  ];
}
