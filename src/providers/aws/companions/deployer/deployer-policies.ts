import { isPresent } from "../../../../base/present";
import type { Companion } from "../../../../terraform/companion";
import type { ValueRecord } from "../../../../terraform/expression";
import type { TerraformProgram } from "../../../../terraform/program";
import type { LoweringContext } from "../../lowering-context";
import { policyLimits } from "../../catalog/policy-limits";
import { databaseStatements } from "./database-statements";
import { deployerSubject, type DeployerSubject, type PolicyBreadth } from "./deployer-subject";
import { keyStatements } from "./key-statements";
import { listStatement, logStatement, roleStatements, stateStatements } from "./other-statements";
import { splitStatements } from "./split-statements";

/** The IAM policies that a role needs to apply a root module. */
export interface DeployerPolicies {
  readonly program: TerraformProgram;
  /** None where nothing asks for a permission; several where one would be longer than IAM takes. */
  readonly documents: readonly ValueRecord[];
  /** `deployment` where a role would not take the policies that tell its databases apart. */
  readonly breadth: PolicyBreadth;
}

/**
 * What whoever applies a root module may do, and nothing more. What is protected they cannot destroy: `protect: false`
 * in the spec comes first, and widens the policies.
 */
export function deployerPolicies(context: LoweringContext, program: TerraformProgram): DeployerPolicies {
  const subject = deployerSubject(context, program);
  const documents = documentsOf(subject);
  if (documents.length <= policyLimits.policiesOfRole.maximum)
    return { program, documents, breadth: "database" };
  return { program, documents: documentsOf({ ...subject, breadth: "deployment" }), breadth: "deployment" };
}

function documentsOf(subject: DeployerSubject): readonly ValueRecord[] {
  const statements = [
    listStatement(subject),
    ...keyStatements(subject),
    ...databaseStatements(subject),
    logStatement(subject),
    ...roleStatements(subject),
    ...stateStatements(subject),
  ];
  return splitStatements(statements.filter(isPresent));
}

/** The files of a root module's policies: the first has no number, and stays when others join it. */
export function policyFiles({ program, documents }: DeployerPolicies): readonly Companion[] {
  return documents.map((value, index) => ({
    kind: "document",
    format: "json",
    path: `${program.folder}/deployer-policy${index === 0 ? "" : `-${index + 1}`}.json`,
    value,
  }));
}
