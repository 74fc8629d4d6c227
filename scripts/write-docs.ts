import { run as writeCommandPages } from "./write-command-pages";
import { run as writeDiagnosticPages } from "./write-diagnostic-pages";
import { run as writeFactsPage } from "./write-facts-page";
import { run as writePolicyChecksPage } from "./write-policy-checks-page";
import { run as writeTemplateReference } from "./write-template-reference";

/** Writes every page, and every part of a page, that is made from the sources. */
export function run(root: string): void {
  writeCommandPages(root);
  writeDiagnosticPages(root);
  writeFactsPage(root);
  writePolicyChecksPage(root);
  writeTemplateReference(root);
}
