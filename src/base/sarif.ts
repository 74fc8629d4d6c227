/*
 * Static Analysis Results Interchange Format 2.1.0, as far as we write it.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 */

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** How bad a result is; `none` for what is no problem. */
export type SarifLevel = "error" | "warning" | "note" | "none";

/** What results are of: a check, or a code of a diagnostic. */
export interface SarifRule {
  readonly id: string;
  readonly shortDescription?: { readonly text: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** A place in a file; lines and columns count from 1, `endColumn` is exclusive. */
export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endLine: number;
      readonly endColumn: number;
    };
  };
  readonly message?: { readonly text: string };
  readonly logicalLocations?: readonly { readonly fullyQualifiedName: string; readonly kind: string }[];
}

/** One thing that was found, or that was looked for and not found. */
export interface SarifResult {
  /** The `id` of one of the rules. */
  readonly ruleId: string;
  readonly kind: "pass" | "fail";
  readonly level: SarifLevel;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly SarifLocation[];
  readonly suppressions?: readonly {
    readonly kind: "inSource";
    readonly status: "accepted";
    readonly justification: string;
  }[];
}

/** A log of one run of this version of keyspan. */
export function printSarif(
  version: string,
  rules: readonly SarifRule[],
  results: readonly SarifResult[],
): string {
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = { name: "keyspan", version, informationUri: "https://github.com/keyspan/keyspan", rules };
  const run = {
    tool: { driver },
    columnKind: "utf16CodeUnits",
    results: results.map(({ ruleId, ...rest }) => ({ ruleId, ruleIndex: indexOf.get(ruleId), ...rest })),
  };
  return `${JSON.stringify({ $schema: SCHEMA, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

/** A path as a relative reference of a URI, with forward slashes. */
export function sarifUri(file: string): string {
  if (file === "-" || file === "<stdin>") return "stdin";
  return file.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
