import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { FACTS_PAGES, fillFactsPage } from "./facts-page";

/** Writes the tables of the pages of facts. */
export function run(root: string): void {
  for (const page of FACTS_PAGES) {
    const file = path.join(root, page.file);
    writeFileSync(file, fillFactsPage(page, readFileSync(file, "utf8")));
  }
}
