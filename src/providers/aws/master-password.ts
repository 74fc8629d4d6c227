import { mustGet } from "../../base/invariant";
import type { PlannedDatabase } from "../../model/database";
import { call, operation, reference, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { InputVariable } from "../../terraform/program";
import { engines } from "./catalog/catalog";

/** How the master password reaches a database without ever standing in a state or plan. */
export interface MasterPassword {
  readonly value: Expression<string>;
  readonly version: Expression<number>;
  readonly variables: readonly InputVariable[];
}

/**
 * An ephemeral variable into the write-only argument. Terraform cannot see that a write-only value changed:
 * the version says so (https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only).
 */
export function masterPassword({ name, engine }: PlannedDatabase): MasterPassword {
  const passwordName = toIdentifier(name, "master_password");
  const versionName = toIdentifier(name, "master_password_version");
  const password = reference<string>("var", passwordName);
  const { minimum, maximum } = mustGet(engines, engine).passwordLength;
  const length = call("length", password);
  return {
    value: password,
    version: reference<number>("var", versionName),
    variables: [
      {
        name: passwordName,
        description: `Master password of database ${name}. Never stored in state or plan.`,
        type: "string",
        sensitive: true,
        ephemeral: true,
        validations: [
          {
            condition: operation(operation(length, ">=", minimum), "&&", operation(length, "<=", maximum)),
            errorMessage: `The password must have ${minimum} to ${maximum} characters.`,
          },
          {
            condition: operation(call("length", call("regexall", '[/"@ ]', password)), "==", 0),
            errorMessage: 'The password must not contain "/", "@", a double quote or a space.',
          },
        ],
      },
      {
        name: versionName,
        description: `Raise it to have a new ${passwordName} take effect.`,
        type: "number",
        default: 1,
        validations: [],
      },
    ],
  };
}
