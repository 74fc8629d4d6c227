import { exitCodes } from "../exit-codes";
import type { Host } from "../host";

/** Where the JSON Schema of the language stands in the package. */
export const SCHEMA_FILE = "schema/keyspan.v1.schema.json";

/** Prints the JSON Schema of the language, for editors. */
export function schema(host: Host): number {
  host.printOut(host.readPackageFile(SCHEMA_FILE) ?? "");
  return exitCodes.success;
}
