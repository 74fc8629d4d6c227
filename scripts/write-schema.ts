import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { publishedLanguages } from "../src/providers/published-languages";
import { printPricesSchema, printSchema } from "../src/spec/print-schema";

/** Writes the JSON Schemas of the language and of the file of prices from what the compiler validates with. */
export function run(root: string): void {
  writeFileSync(path.join(root, "schema/keyspan.v1.schema.json"), printSchema(publishedLanguages()));
  writeFileSync(path.join(root, "schema/keyspan-prices.v1.schema.json"), printPricesSchema());
}
