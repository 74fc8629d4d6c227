import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { fillTemplateReference } from "./template-reference";

/** Writes the tables of docs/templates.md. */
export function run(root: string): void {
  const file = path.join(root, "docs/templates.md");
  writeFileSync(file, fillTemplateReference(readFileSync(file, "utf8")));
}
