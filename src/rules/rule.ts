import type { DiagnosticCode, ParametersOf } from "../diagnostics/catalog/index";
import type { ProviderCatalog } from "../model/provider-catalog";
import type { ResolvedDeployment } from "../model/resolved";
import type { DeploymentSpec } from "../spec/schema/deployment";
import type { Part } from "../spec/locate";
import type { SpecPath } from "../spec/spec-node";

/** A place of the spec, and which part of the entry there is meant: the value, unless it says the key. */
export interface Place {
  readonly path: SpecPath;
  readonly part: Part;
}

/** A second place that explains a finding. */
export interface RelatedFinding {
  readonly message: string;
  readonly path: SpecPath;
  readonly part: Part;
}

/** What a rule sees and what it may do. */
export interface RuleContext {
  /** The spec as written. */
  readonly spec: DeploymentSpec;
  /** The spec with its defaults in place. */
  readonly resolved: ResolvedDeployment;
  readonly catalog: ProviderCatalog;
  /** Whether something at or below the path had the wrong shape and is missing here for that reason alone. */
  readonly isSetAside: (path: SpecPath) => boolean;
  /** Whether the spec has an entry at the path, whatever its shape. */
  readonly isWritten: (path: SpecPath) => boolean;
  /** Reports a finding at a value, or, with {@link atKey}, at a key. */
  readonly report: <C extends DiagnosticCode>(
    code: C,
    parameters: ParametersOf<C>,
    at: SpecPath | Place,
    related?: readonly RelatedFinding[],
  ) => void;
}

/** One semantic rule: looks at the whole spec and reports what it is about, nothing else. */
export type Rule = (context: RuleContext) => void;

/** The key that a path is written under. */
export function atKey(path: SpecPath): Place {
  return { path, part: "key" };
}

/** A related place at a key. */
export function related(message: string, path: SpecPath): RelatedFinding {
  return { message, path, part: "key" };
}
