import type { ResourceElement, TerraformProgram } from "../../../terraform/program";
import type { PolicyCheck, SkipReason } from "../../policy-check";
import type { DeploymentFacts } from "./deployment-facts";

/** What a check may look at: the programs of one deployment. */
export interface ModuleSubject {
  readonly program: TerraformProgram;
  /** All root modules of the deployment. */
  readonly programs: readonly TerraformProgram[];
}

/** One resource of a program. */
export interface ResourceSubject extends ModuleSubject {
  readonly element: ResourceElement;
}

/** A claim about a resource. */
export type Condition = (subject: ResourceSubject) => boolean;

/** Why a check need not hold for a resource. The first one that applies is given as the reason. */
export interface CheckException extends SkipReason {
  /** Judged by what was planned, not by what was emitted: an argument that is forgotten is no exception. */
  readonly applies: (subject: ResourceSubject, facts: DeploymentFacts) => boolean;
}

/** A check of resources. */
export interface ResourceCheck extends PolicyCheck {
  readonly scope: "resource";
  /** Which resources of its types it judges. */
  readonly judges: Condition;
  readonly passes: Condition;
  readonly exceptions: readonly CheckException[];
}

/** A check of a root module as a whole. */
export interface ModuleCheck extends PolicyCheck {
  readonly scope: "module";
  readonly exceptions: readonly [];
  readonly passes: (subject: ModuleSubject) => boolean;
}

/** A check and how it is made. */
export type JudgedCheck = ResourceCheck | ModuleCheck;

/** What is written down of a check of resources. */
export interface CheckRow {
  readonly title: string;
  readonly types: readonly string[];
  /** @default every resource of the types */
  readonly judges?: Condition;
  readonly passes: Condition;
  readonly exceptions?: readonly CheckException[];
}

/** A check of resources from what is written down of it and what its tool says. */
export function resourceCheck(
  about: Pick<PolicyCheck, "id" | "tool" | "severity" | "link">,
  { title, types, judges = () => true, passes, exceptions = [] }: CheckRow,
): ResourceCheck {
  return { ...about, scope: "resource", title, resourceTypes: types, judges, passes, exceptions };
}
