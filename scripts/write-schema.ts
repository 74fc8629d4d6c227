import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { publishedLanguages } from "../src/providers/published-languages";
import { printSchema } from "../src/spec/print-schema";

/** Writes the JSON Schema of the language from the same source that the compiler validates with. */
export function run(root: string): void {
  writeFileSync(path.join(root, "schema/keyspan.v1.schema.json"), printSchema(publishedLanguages()));
}
