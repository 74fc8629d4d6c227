import { exitCodes } from "../exit-codes";
import type { Host } from "../host";

/** Documents that there is a JSON Schema of, and where it stands in the package. */
const SCHEMA_FILES = {
  spec: "schema/keyspan.v1.schema.json",
  prices: "schema/keyspan-prices.v1.schema.json",
} as const;

/** A document that there is a JSON Schema of. */
export type SchemaDocument = keyof typeof SCHEMA_FILES;

/** Their names, the first of which is meant where nothing is said. */
export const SCHEMA_DOCUMENTS = Object.keys(SCHEMA_FILES) as [SchemaDocument, ...SchemaDocument[]];

/** Prints a JSON Schema, for editors. */
export function schema(host: Host, document: SchemaDocument): number {
  host.printOut(host.readPackageFile(SCHEMA_FILES[document]) ?? "");
  return exitCodes.success;
}
