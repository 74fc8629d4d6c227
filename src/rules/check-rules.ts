import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { ResolvedDeployment } from "../model/resolved";
import { locate } from "../spec/locate";
import type { DeploymentSpec } from "../spec/schema/deployment";
import { nodeAt, type SpecDocument, type SpecPath } from "../spec/spec-node";
import type { Place, Rule, RuleContext } from "./rule";
import { isGuess, startsWith } from "./set-aside";

/** What the rules judge. */
export interface RuleSubject {
  readonly document: SpecDocument;
  readonly spec: DeploymentSpec;
  readonly resolved: ResolvedDeployment;
  readonly catalog: ProviderCatalog;
  readonly setAside: readonly SpecPath[];
}

/** Runs every rule; the findings are in the order of the rules, not yet of the text. */
export function checkRules(rules: readonly Rule[], subject: RuleSubject): readonly Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const { document, setAside } = subject;
  const context: RuleContext = {
    spec: subject.spec,
    resolved: subject.resolved,
    catalog: subject.catalog,
    isSetAside: (path) => setAside.some((place) => startsWith(place, path)),
    isWritten: (path) => nodeAt(document.root, path) !== undefined,
    report: (code, parameters, at, related = []) => {
      const { path, part } = isPlace(at) ? at : { path: at, part: "value" as const };
      const others = related.map((place) => place.path);
      if (isGuess(code, path, others, setAside)) return;
      const places = related.map((place) => ({
        message: place.message,
        range: locate(document.root, place.path, place.part),
      }));
      const range = locate(document.root, path, part);
      diagnostics.push(createDiagnostic(code, parameters, document.file, range, places));
    },
  };
  for (const rule of rules) rule(context);
  return diagnostics;
}

function isPlace(at: SpecPath | Place): at is Place {
  return !Array.isArray(at);
}
