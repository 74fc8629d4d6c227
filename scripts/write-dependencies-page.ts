import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { DEPENDENCIES_PAGE, dependenciesPage } from "./dependencies-page";

/** Writes the page of dependencies anew. */
export function run(root: string): void {
  writeFileSync(path.join(root, DEPENDENCIES_PAGE), dependenciesPage(root));
}
