import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { deploymentSchema } from "./schema/deployment";
import { pricesSchema } from "./schema/prices";
import { HINT } from "./schema/hint";
import { splitSchema } from "./split-schema";

/*
 * Compiles a schema when it is first needed. The build replaces this module by the code that Ajv writes
 * for them (scripts/build.mjs), so that the command carries neither Ajv nor TypeBox.
 *
 * Each form of document has two validators: one that says whether a document fits, and one that says everything that
 * does not. The latter is some three times as large, and only wrong documents need it.
 */

/** The forms of documents that keyspan reads. */
export const SCHEMAS = { deployment: deploymentSchema, prices: pricesSchema } as const;

/** A form of document. */
export type SchemaName = keyof typeof SCHEMAS;

/** What a validator is for. */
export type ValidatorKind = "fit" | "errors";

/** Holds plain data against a schema: everything that does not fit, in the order in which the schema asks for it. */
export function schemaErrors(name: SchemaName, data: unknown): readonly ErrorObject[] {
  if (validatorOf("fit", name)(data)) return [];
  const validate = validatorOf("errors", name);
  return validate(data) ? [] : (validate.errors ?? []);
}

const compiled = new Map<string, ValidateFunction>();

/** The validator of a form of document. */
export function validatorOf(kind: ValidatorKind, name: SchemaName): ValidateFunction {
  const known = compiled.get(`${kind} ${name}`);
  if (known !== undefined) return known;
  const validator = createAjv(kind).compile(schemaFor(kind, name));
  compiled.set(`${kind} ${name}`, validator);
  return validator;
}

/** The schema that a kind of validator is made of; shared with the build. */
export function schemaFor(kind: ValidatorKind, name: SchemaName): Readonly<Record<string, unknown>> {
  return kind === "fit" ? splitSchema(SCHEMAS[name]) : SCHEMAS[name];
}

/** The one configuration of Ajv for a kind of validator, shared with the build. */
export function createAjv(kind: ValidatorKind, options: { readonly source?: boolean } = {}): Ajv {
  const tellsAll = kind === "errors";
  const ajv = new Ajv({
    allErrors: tellsAll,
    verbose: tellsAll,
    messages: false,
    inlineRefs: tellsAll,
    ownProperties: true,
    code: { source: options.source ?? false, esm: false },
  });
  ajv.addKeyword(HINT);
  // For editors: https://code.visualstudio.com/docs/languages/json
  ajv.addKeyword("enumDescriptions");
  return ajv;
}
