import { isPresent } from "../../../../base/present";
import type { Companion } from "../../../../terraform/companion";
import type { ValueRecord } from "../../../../terraform/expression";
import type { TerraformProgram } from "../../../../terraform/program";
import type { LoweringRequest } from "../../../provider";
import { databaseStatements } from "./database-statements";
import { deployerSubject } from "./deployer-subject";
import { keyStatements } from "./key-statements";
import { listStatement, logStatement, roleStatements, stateStatements } from "./other-statements";

/**
 * The IAM policy that a role needs to apply a root module, and nothing more. What is protected it cannot destroy:
 * `protect: false` in the spec comes first, and widens the policy.
 */
export function deployerPolicy(request: LoweringRequest, program: TerraformProgram): readonly Companion[] {
  const document = deployerPolicyDocument(request, program);
  return document === undefined
    ? []
    : [{ kind: "document", format: "json", path: `${program.folder}/deployer-policy.json`, value: document }];
}

/** The document by itself; undefined where nothing asks for a permission. */
export function deployerPolicyDocument(
  request: LoweringRequest,
  program: TerraformProgram,
): ValueRecord | undefined {
  const subject = deployerSubject(request, program);
  const statements = [
    listStatement(subject),
    ...keyStatements(subject),
    ...databaseStatements(subject),
    logStatement(subject),
    ...roleStatements(subject),
    ...stateStatements(subject),
  ].filter(isPresent);
  return statements.length === 0 ? undefined : { Version: "2012-10-17", Statement: statements };
}
