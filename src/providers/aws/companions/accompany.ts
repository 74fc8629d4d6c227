import type { Companion } from "../../../terraform/companion";
import type { TerraformProgram } from "../../../terraform/program";
import type { LoweringRequest } from "../../provider";
import { createContext } from "../lowering-context";
import { deployerPolicies, policyFiles } from "./deployer/deployer-policies";
import { deploymentGuides } from "./guide/deployment-guide";
import { moduleTests } from "./tests/module-tests";
import { testSubjects } from "./tests/subject";

/** What accompanies the root modules of a deployment, made one after the other: they are larger than the modules. */
export function* accompanyDeployment(
  request: LoweringRequest,
  programs: readonly TerraformProgram[],
): Generator<Companion> {
  const context = createContext(request);
  const policies = programs.map((program) => deployerPolicies(context, program));
  yield* deploymentGuides(context, programs, policies);
  yield* policies.flatMap(policyFiles);
  for (const subject of testSubjects(context, programs)) yield* moduleTests(subject);
}
