import { printSarif, sarifUri, type SarifLocation, type SarifResult, type SarifRule } from "../base/sarif";
import { oneLine } from "../base/text";
import type { Diagnostic } from "./diagnostic";
import type { SourceFile, SourceRange } from "./source-file";

const PAGES = "https://github.com/keyspan/keyspan/blob/main/docs/diagnostics";

/** Diagnostics in the format of static analysis results; each code is a rule. */
export function printDiagnosticsSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const severities = new Map(diagnostics.map(({ code, severity }) => [code, severity]));
  const rules = [...severities].map(([code, severity]): SarifRule => ({
    id: code,
    helpUri: `${PAGES}/${code}.md`,
    defaultConfiguration: { level: severity },
  }));
  return printSarif(version, rules, diagnostics.map(toResult));
}

function toResult({ code, severity, message, help, file, range, related }: Diagnostic): SarifResult {
  const text = help === undefined ? oneLine(message) : `${oneLine(message)}\nhelp: ${oneLine(help)}`;
  return {
    ruleId: code,
    kind: "fail",
    level: severity,
    message: { text },
    locations: [locationOf(file, range)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place) => ({
            ...locationOf(file, place.range),
            message: { text: oneLine(place.message) },
          })),
        }),
  };
}

/** What is about a file as a whole has no region. */
function locationOf(file: SourceFile, range: SourceRange): SarifLocation {
  const artifactLocation = { uri: sarifUri(file.name) };
  if (file.text === "") return { physicalLocation: { artifactLocation } };
  const start = file.positionAt(range.start);
  const end = file.positionAt(range.end);
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { physicalLocation: { artifactLocation, region } };
}
