import { suggest } from "../base/suggest";
import { catalog, isDiagnosticCode } from "../diagnostics/catalog/index";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { hasErrors } from "../diagnostics/result";
import { related, type Rule } from "./rule";

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
    // Where an error stands, the warning may come once it is mended.
    const isWhole = !isSetAside([]) && !hasErrors(found);
    const accepted = spec.accept ?? [];
    const firsts = new Map(accepted.map(({ code }, index) => [code, index] as const).reverse());
    for (const [index, { code }] of accepted.entries()) {
      const path = ["accept", index, "code"];
      const first = firsts.get(code) ?? index;
      if (!isDiagnosticCode(code)) {
        report("accept/unknown-code", { code, suggestion: suggest(code, Object.keys(catalog)) }, path);
      } else if (catalog[code].severity === "error") {
        report("accept/not-a-warning", { code }, path);
      } else if (first !== index) {
        report("accept/duplicate", { code }, path, [
          related("it stands here first", ["accept", first, "code"]),
        ]);
      } else if (isWhole && !warned.has(code)) {
        report("accept/unused", { code }, path);
      }
    }
  };
}
