import { clustersOf, type GlobalDatabase, type PlannedDatabase } from "../../../../model/database";
import type { TerraformProgram } from "../../../../terraform/program";
import type { DeployerPolicies } from "../deployer/deployer-policies";
import type { LoweringContext } from "../../lowering-context";

/** What stands in commands for an account that the spec does not name. */
export const ACCOUNT_PLACEHOLDER = "ACCOUNT_ID";

/** A deployment, as its guide speaks of it. */
export interface GuideSubject extends Omit<LoweringContext, "account"> {
  readonly programs: readonly TerraformProgram[];
  /** What whoever applies each of the root modules needs. */
  readonly policies: readonly DeployerPolicies[];
  /** The account's number, or {@link ACCOUNT_PLACEHOLDER}. */
  readonly account: string;
  readonly hasStacks: boolean;
}

/** Prepares a deployment. */
export function guideSubject(
  context: LoweringContext,
  programs: readonly TerraformProgram[],
  policies: readonly DeployerPolicies[],
): GuideSubject {
  return {
    ...context,
    programs,
    policies,
    account: context.request.provider.account ?? ACCOUNT_PLACEHOLDER,
    hasStacks: context.plan.layout !== "single",
  };
}

/** An RDS ARN of the deployment's account. */
export function rdsArn(subject: GuideSubject, region: string, resource: string): string {
  return `arn:${subject.partition.name}:rds:${region}:${subject.account}:${resource}`;
}

/** The secondary clusters of a global database. */
export function secondariesOf(database: GlobalDatabase) {
  return clustersOf(database).filter(({ role }) => role === "secondary");
}

/** Whether a database is made of clusters. */
export function isClustered(database: PlannedDatabase): boolean {
  return clustersOf(database).length > 0 || database.topology === "global-database";
}
