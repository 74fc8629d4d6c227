import { suggest } from "../../base/suggest";
import { catalog, isDiagnosticCode } from "../../diagnostics/catalog/index";
import { allPolicyChecks } from "../../providers/registry";
import { printCheckPage } from "../audit/print-check-page";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";

/** Prints the page of a diagnostic code or of a policy check. */
export function explain(host: Host, code: string): number {
  const page = pageOf(host, code);
  if (page !== undefined) {
    host.printOut(page);
    return exitCodes.success;
  }
  const suggestion = suggest(code, explainedCodes());
  const hint = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  host.printError(`keyspan: there is no code "${code}"${hint}\n`);
  return exitCodes.usage;
}

/** Every code that has a page. */
export function explainedCodes(): readonly string[] {
  return [...Object.keys(catalog), ...allPolicyChecks().map(({ id }) => id)];
}

function pageOf(host: Host, code: string): string | undefined {
  if (isDiagnosticCode(code)) {
    const page = host.readPackageFile(`docs/diagnostics/${code}.md`);
    return page === undefined ? undefined : withoutMarks(page);
  }
  // Older releases of trivy print its identifiers with this prefix.
  const id = code.toLowerCase().replace(/^avd-/, "");
  const check = allPolicyChecks().find((one) => one.id.toLowerCase() === id);
  return check === undefined ? undefined : printCheckPage(check);
}

/** The marks between which a script fills the page in are of no use to its reader. */
function withoutMarks(page: string): string {
  return page.replace(/^<!--.*-->\n\n?/gm, "");
}
