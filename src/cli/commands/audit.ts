import { auditSpec, type AuditedDeployment } from "../audit/audited-deployment";
import { printAuditJson } from "../audit/print-json";
import { printAuditSarif } from "../audit/print-sarif";
import { printAuditTable } from "../audit/print-table";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions, AUDIT_FORMATS } from "../options";
import { readSpecs } from "../read-specs";

/** Options of `audit`. */
export interface AuditOptions extends CommonOptions {
  readonly format: (typeof AUDIT_FORMATS)[number];
  /** The same as `format: "json"`. */
  readonly json: boolean;
}

/** Judges what specs compile to by every check that applies. */
export function audit(host: Host, specs: readonly string[], options: AuditOptions): number {
  const compiled = readSpecs(host, specs, options);
  if (compiled === undefined) return exitCodes.errors;
  const audits = compiled.map(auditSpec);
  host.printOut(print(audits, options));
  return audits.every((one) => isGood(one, options)) ? exitCodes.success : exitCodes.errors;
}

function print(audits: readonly AuditedDeployment[], { format, json }: AuditOptions): string {
  if (json || format === "json") return printAuditJson(audits);
  if (format === "sarif") return printAuditSarif(audits);
  return audits.map(printAuditTable).join("\n");
}

/** With `--strict` a check may not be skipped by choice of the spec either. */
function isGood({ outcomes }: AuditedDeployment, { strict }: AuditOptions): boolean {
  return !outcomes.some(
    (outcome) =>
      outcome.status === "failed" || (strict && outcome.status === "skipped" && outcome.cause === "spec"),
  );
}
