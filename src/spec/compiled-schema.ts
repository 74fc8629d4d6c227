import Ajv, { type ValidateFunction } from "ajv";
import { deploymentSchema } from "./schema/deployment";
import { HINT } from "./schema/hint";

/*
 * Compiles the schema when it is first needed. The build replaces this module by the code that Ajv writes
 * for it (scripts/build.mjs), so that the command carries neither Ajv nor TypeBox.
 */

let compiled: ValidateFunction | undefined;

/** Checks plain data against the schema of the language; the findings are on `errors` of the function. */
export function schemaValidator(): ValidateFunction {
  compiled ??= createAjv().compile(deploymentSchema);
  return compiled;
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
  return ajv;
}
