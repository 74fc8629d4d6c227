import type { Companion } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { deployerPolicy } from "./deployer/deployer-policy";
import { deploymentGuides } from "./guide/deployment-guide";
import { moduleTests } from "./tests/module-tests";
import { testSubjects } from "./tests/subject";

/** What accompanies the root modules of a deployment, made one after the other: they are larger than the modules. */
export function* accompanyDeployment(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): Generator<Companion> {
  yield* deploymentGuides(request, programs);
  for (const program of programs) yield* deployerPolicy(request, program);
  for (const subject of testSubjects(request, programs)) yield* moduleTests(subject);
}
