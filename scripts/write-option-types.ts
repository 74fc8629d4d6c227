import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { printOptionTypes } from "./option-types";

/** Writes the option types of the constructs from the schema that the compiler validates with. */
export function run(root: string): void {
  writeFileSync(path.join(root, "src/constructs/options.ts"), printOptionTypes());
}
