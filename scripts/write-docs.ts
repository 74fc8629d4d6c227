import { run as writeCommandPages } from "./write-command-pages";
import { run as writeDecisionTable } from "./write-decision-table";
import { run as writeDependenciesPage } from "./write-dependencies-page";
import { run as writeDiagnosticPages } from "./write-diagnostic-pages";
import { run as writeFactsPage } from "./write-facts-page";
import { run as writePictures } from "./write-pictures";
import { run as writePolicyChecksPage } from "./write-policy-checks-page";
import { run as writeReviewEditsPage } from "./write-review-edits-page";
import { run as writeTemplateReference } from "./write-template-reference";

/** Writes every page, and every part of a page, that is made from the sources. */
export async function run(root: string): Promise<void> {
  writeCommandPages(root);
  writeDecisionTable(root);
  writeDependenciesPage(root);
  writeDiagnosticPages(root);
  writeFactsPage(root);
  await writePictures(root);
  writePolicyChecksPage(root);
  await writeReviewEditsPage(root);
  writeTemplateReference(root);
}
