import Ajv, { type ErrorObject } from "ajv";
import { readText } from "./repository";

const SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

/** What the schema of SARIF 2.1.0 has against a log. */
export function sarifErrors(log: string): ErrorObject[] {
  // Draft 4 by name, but for its `id` nothing in it differs from what Ajv reads. A pattern in it is no regular
  // expression with the flag for Unicode.
  const schema = Object.fromEntries(
    Object.entries(JSON.parse(readText(SCHEMA)) as object).filter(
      ([name]) => name !== "$schema" && name !== "id",
    ),
  );
  const validate = new Ajv({
    allErrors: true,
    strict: false,
    validateFormats: false,
    unicodeRegExp: false,
  }).compile(schema);
  validate(JSON.parse(log));
  return validate.errors ?? [];
}
