import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { REVIEW_EDITS_PAGE, reviewEditsPage } from "./review-edits-page";

/** Writes the page of edits anew. */
export async function run(root: string): Promise<void> {
  writeFileSync(path.join(root, REVIEW_EDITS_PAGE), await reviewEditsPage());
}
