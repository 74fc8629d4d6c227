import { suggest } from "../base/suggest";
import { catalog, isDiagnosticCode } from "../diagnostics/catalog/index";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { Rule } from "./rule";

/** The findings that remain once the deployment's accepted warnings are taken out. */
export function withoutAccepted(
  diagnostics: readonly Diagnostic[],
  accepted: readonly { readonly code: string }[],
): readonly Diagnostic[] {
  const codes = new Set(accepted.map((entry) => entry.code));
  return diagnostics.filter(({ severity, code }) => severity === "error" || !codes.has(code));
}

/** Judges the `accept` list against the warnings that the other rules found. */
export function acceptRule(found: readonly Diagnostic[]): Rule {
  const warned = new Set(found.map((diagnostic) => diagnostic.code));
  return ({ spec, report, isSetAside }) => {
    const seen = new Set<string>();
    for (const [index, { code }] of (spec.accept ?? []).entries()) {
      const path = ["accept", index, "code"];
      if (!isDiagnosticCode(code)) {
        report("accept/unknown-code", { code, suggestion: suggest(code, Object.keys(catalog)) }, path);
      } else if (catalog[code].severity === "error") {
        report("accept/not-a-warning", { code }, path);
      } else if (seen.has(code)) {
        report("accept/duplicate", { code }, path);
      } else if (!warned.has(code) && !isSetAside([])) {
        report("accept/unused", { code }, path);
      }
      seen.add(code);
    }
  };
}
