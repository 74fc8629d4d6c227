import { suggest } from "../../base/suggest";
import { catalog, isDiagnosticCode } from "../../diagnostics/catalog/index";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";

/** Prints the page of a diagnostic code. */
export function explain(host: Host, code: string): number {
  const page = isDiagnosticCode(code) ? host.readPackageFile(`docs/diagnostics/${code}.md`) : undefined;
  if (page !== undefined) {
    host.printOut(withoutMarks(page));
    return exitCodes.success;
  }
  const suggestion = suggest(code, Object.keys(catalog));
  const hint = suggestion === undefined ? "" : `; did you mean "${suggestion}"?`;
  host.printError(`keyspan: there is no code "${code}"${hint}\n`);
  return exitCodes.usage;
}

/** The marks between which a script fills the page in are of no use to its reader. */
function withoutMarks(page: string): string {
  return page.replace(/^<!--.*-->\n\n?/gm, "");
}
