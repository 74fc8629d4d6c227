import { mustGet } from "../../base/invariant";
import { firstRegionOf, type PlannedDatabase } from "../../model/database";
import { originalName } from "../../model/former-names";
import { call, operation, reference, type Expression } from "../../terraform/expression";
import { toIdentifier } from "../../terraform/names";
import type { InputVariable } from "../../terraform/program";
import { engines } from "./catalog/catalog";
import type { DatabaseContext } from "./lowering-context";

/*
 * A master password never stands in a state or plan: AWS keeps it in Secrets Manager where it can, else it
 * goes from an ephemeral variable into a write-only argument. Terraform cannot see that a write-only value
 * changed: a version says so (https://developer.hashicorp.com/terraform/language/resources/ephemeral/write-only).
 */

/** The password arguments of a cluster. */
export function clusterPassword(context: DatabaseContext, database: PlannedDatabase) {
  if (database.masterPassword === "managed") return managedPassword(context, database);
  const { value, version } = passwordReferences(database);
  return { masterPasswordWo: value, masterPasswordWoVersion: version };
}

/** The password arguments of an instance. */
export function instancePassword(context: DatabaseContext, database: PlannedDatabase) {
  if (database.masterPassword === "managed") return managedPassword(context, database);
  const { value, version } = passwordReferences(database);
  return { passwordWo: value, passwordWoVersion: version };
}

function managedPassword(context: DatabaseContext, database: PlannedDatabase) {
  const ref = { database: database.name, region: firstRegionOf(database) };
  return { manageMasterUserPassword: true, masterUserSecretKmsKeyId: context.keyArn(ref, "secret") };
}

function passwordReferences(database: PlannedDatabase): {
  readonly value: Expression<string>;
  readonly version: Expression<number>;
} {
  const { passwordName, versionName } = namesOf(database);
  return { value: reference<string>("var", passwordName), version: reference<number>("var", versionName) };
}

/** What is given from outside keeps its name when the database gets another: values are given by it. */
function namesOf(database: PlannedDatabase) {
  const name = originalName(database);
  return {
    passwordName: toIdentifier(name, "master_password"),
    versionName: toIdentifier(name, "master_password_version"),
  };
}

/** The variables of a password that AWS does not manage. */
export function passwordVariables(database: PlannedDatabase): readonly InputVariable[] {
  if (database.masterPassword === "managed") return [];
  const { passwordName, versionName } = namesOf(database);
  const { value } = passwordReferences(database);
  const { passwordLength, passwordWithout } = mustGet(engines, database.engine);
  const { minimum, maximum } = passwordLength;
  const length = call("length", value);
  return [
    {
      name: passwordName,
      description: `Master password of database ${database.name}. Never stored in state or plan.`,
      type: "string",
      sensitive: true,
      ephemeral: true,
      validations: [
        {
          condition: operation(operation(length, ">=", minimum), "&&", operation(length, "<=", maximum)),
          errorMessage: `The password must have ${minimum} to ${maximum} characters.`,
        },
        {
          condition: operation(
            call("length", call("regexall", `[${passwordWithout.characters}]`, value)),
            "==",
            0,
          ),
          errorMessage: `The password must not contain ${passwordWithout.words}.`,
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
  ];
}
