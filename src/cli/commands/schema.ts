import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { SchemaDocument } from "../options";

/** Where the schemas stand in the package. */
const SCHEMA_FILES: Readonly<Record<SchemaDocument, string>> = {
  spec: "schema/keyspan.v1.schema.json",
  prices: "schema/keyspan-prices.v1.schema.json",
};

/** Prints a JSON Schema, for editors. */
export function schema(host: Host, document: SchemaDocument): number {
  host.printOut(host.readPackageFile(SCHEMA_FILES[document]) ?? "");
  return exitCodes.success;
}
