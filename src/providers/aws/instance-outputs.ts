import type { DbInstance } from "@cdktf/provider-aws/lib/db-instance";
import type { PlannedDatabase } from "../../model/database";
import { call, reference } from "../../terraform/expression";
import type { OutputValue } from "../../terraform/program";
import type { TypedElement } from "../../terraform/resource-type";
import { outputValue } from "../common/outputs";

/** The outputs of an instance that takes writes. */
export function instanceOutputs(
  database: PlannedDatabase,
  instance: TypedElement<DbInstance>,
): OutputValue[] {
  const { name } = database;
  return [
    outputValue([name, "endpoint"], `Endpoint of database ${name}.`, instance.attribute("endpoint")),
    outputValue(
      [name, "instance_arn"],
      `ARN of the instance of database ${name}.`,
      instance.attribute("arn"),
    ),
    ...secretOutput(database, instance),
  ];
}

/** Where AWS keeps the master password that it manages. */
export function secretOutput(
  { name, masterPassword }: PlannedDatabase,
  { type, name: element }: Pick<TypedElement<unknown>, "type" | "name">,
): OutputValue[] {
  if (masterPassword !== "managed") return [];
  return [
    outputValue(
      [name, "master_secret_arn"],
      `ARN of the secret that holds the master password of database ${name}.`,
      // A database whose password AWS comes to manage has the secret only once that is applied.
      call("try", reference(type, element, "master_user_secret", "0", "secret_arn"), null),
    ),
  ];
}
