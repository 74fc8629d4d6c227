import type { PlannedDatabase } from "../../../model/database";
import { originalName } from "../../../model/former-names";
import { call, operation, reference, type Expression } from "../../../terraform/expression";
import { toIdentifier } from "../../../terraform/names";
import type { InputVariable } from "../../../terraform/program";

/** Whose password it is. */
export type PasswordOwner = "master" | "root";

/** A password as an argument names it, and the variables that it is given by. */
export interface Password {
  readonly value: Expression<string>;
  readonly version: Expression<number>;
  readonly variables: readonly InputVariable[];
}

/**
 * A password goes from an ephemeral variable into a write-only argument: neither state nor plan hold it
 * (https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only).
 */
export function passwordOf(database: PlannedDatabase, owner: PasswordOwner): Password {
  // Values are given by these names, which a rename keeps.
  const name = toIdentifier(originalName(database), owner, "password");
  const versionName = toIdentifier(name, "version");
  const value = reference<string>("var", name);
  const words = owner === "master" ? "Master password" : "Password of the engine's own administrator";
  return {
    value,
    version: reference<number>("var", versionName),
    variables: [
      {
        name,
        description: `${words} of database ${database.name}. Never stored in state or plan.`,
        type: "string",
        sensitive: true,
        ephemeral: true,
        validations: [
          {
            condition: operation(call("length", value), ">=", MINIMUM_LENGTH),
            errorMessage: `The password must have at least ${MINIMUM_LENGTH} characters.`,
          },
        ],
      },
      {
        name: versionName,
        description: `Raise it to have a new ${name} take effect.`,
        type: "number",
        default: 1,
        validations: [],
      },
    ],
  };
}

/** What SQL Server asks for, and nothing shorter is good for the others. */
const MINIMUM_LENGTH = 8;
