import Ajv, { type ValidateFunction } from "ajv";
import { deploymentSchema } from "./schema/deployment";
import { pricesSchema } from "./schema/prices";
import { HINT } from "./schema/hint";

/*
 * Compiles a schema when it is first needed. The build replaces this module by the code that Ajv writes
 * for them (scripts/build.mjs), so that the command carries neither Ajv nor TypeBox.
 */

/** The forms of documents that keyspan reads. */
export const SCHEMAS = { deployment: deploymentSchema, prices: pricesSchema } as const;

/** A form of document. */
export type SchemaName = keyof typeof SCHEMAS;

const compiled = new Map<SchemaName, ValidateFunction>();

/** Checks plain data against a schema; the findings are on `errors` of the function. */
export function schemaValidator(name: SchemaName): ValidateFunction {
  const known = compiled.get(name);
  if (known !== undefined) return known;
  const validator = createAjv().compile(SCHEMAS[name]);
  compiled.set(name, validator);
  return validator;
}

/** The one configuration of Ajv, shared with the build. */
export function createAjv(options: { readonly source?: boolean } = {}): Ajv {
  const ajv = new Ajv({
    allErrors: true,
    verbose: true,
    ownProperties: true,
    code: { source: options.source ?? false, esm: false },
  });
  ajv.addKeyword(HINT);
  // For editors: https://code.visualstudio.com/docs/languages/json
  ajv.addKeyword("enumDescriptions");
  return ajv;
}
