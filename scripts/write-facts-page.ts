import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { FACTS_PAGE, fillFactsPage } from "./facts-page";

/** Writes the tables of the page of facts. */
export function run(root: string): void {
  const file = path.join(root, FACTS_PAGE);
  writeFileSync(file, fillFactsPage(readFileSync(file, "utf8")));
}
