import type { Companion } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { roleFiles } from "./deployer/deployer-role";
import { deploymentGuides } from "./guide/deployment-guide";
import { keyOwnerGuide } from "./guide/key-owner-guide";
import { guideSubject } from "./guide/guide-subject";
import { moduleTests } from "./tests/module-tests";
import { testSubjects } from "./tests/subject";

/** What accompanies the root modules of a deployment, made one after the other. */
export function* accompanyDeployment(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): Generator<Companion> {
  const subject = guideSubject(request, programs);
  yield* deploymentGuides(subject);
  yield* keyOwnerGuide(subject);
  for (const program of programs) yield* roleFiles(request, program);
  for (const testSubject of testSubjects(request, programs)) yield* moduleTests(testSubject);
}
