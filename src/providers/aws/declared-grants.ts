import { sortedUnique } from "../../base/ordering";
import type { KeySettings } from "../../model/key";
import type { ValueRecord } from "../../terraform/expression";
import { iamPrincipals, oneOrMany, toStatement } from "./policy-statement";

/**
 * Lets administrators give the grants of the spec and no others. Only where the account's root is not let in:
 * else the IAM policy of whoever deploys does it, and administrators have no kms:CreateGrant at all.
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-grantee-principal
 */
export function declaredGrantStatements({ policy, grants }: KeySettings): ValueRecord[] {
  if (policy.accountRoot || policy.administrators.length === 0 || grants.length === 0) return [];
  return [
    toStatement({
      sid: "CreateDeclaredGrants",
      principal: iamPrincipals(policy.administrators),
      actions: ["kms:CreateGrant"],
      condition: {
        StringEquals: {
          "kms:GranteePrincipal": oneOrMany(sortedUnique(grants.map(({ grantee }) => grantee))),
        },
        "ForAllValues:StringEquals": {
          "kms:GrantOperations": oneOrMany(sortedUnique(grants.flatMap(({ operations }) => operations))),
        },
      },
    }),
  ];
}
