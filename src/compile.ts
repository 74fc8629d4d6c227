import { once } from "./base/once";
import type { Diagnostic } from "./diagnostics/diagnostic";
import { hasErrors, sortDiagnostics } from "./diagnostics/result";
import { createSourceFile, type SourceFile } from "./diagnostics/source-file";
import type { DeploymentPlan } from "./model/plan";
import type { ResolvedDeployment } from "./model/resolved";
import { buildPlan } from "./plan/build-plan";
import { resolveDeployment } from "./plan/resolve-deployment";
import type { Provider } from "./providers/provider";
import { allProviders, providerNamed } from "./providers/registry";
import { acceptRule, withoutAccepted } from "./rules/apply-accept";
import { checkRules, type RuleSubject } from "./rules/check-rules";
import { neutralRules } from "./rules/index";
import { hideSecrets } from "./spec/hide-secrets";
import { parseYaml } from "./spec/parse-yaml";
import type { DeploymentSpec } from "./spec/schema/deployment";
import type { SpecDocument } from "./spec/spec-node";
import { validateShape } from "./spec/validate-shape";
import type { Companion } from "./terraform/companion";
import type { TerraformProgram } from "./terraform/program";

/** A spec to compile: `name` is what diagnostics and generated files call it. */
export interface CompileInput {
  readonly name: string;
  readonly text: string;
}

/** A deployment that compiled. */
export interface CompiledDeployment {
  readonly plan: DeploymentPlan;
  /** As the spec names it. */
  readonly providerName: string;
  /** The account that it is applied in, where the spec names it. */
  readonly account: string | undefined;
  /** One for each root module, in the order in which they are applied; lowered when they are first read. */
  readonly programs: readonly TerraformProgram[];
  /** What stands beside the root modules: guides, tests, documents. They are made anew whenever they are read. */
  readonly companions: Iterable<Companion>;
}

/** What became of a spec: what there is to say, sorted by place, and the deployment unless there are errors. */
export interface Compilation {
  readonly file: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly document?: SpecDocument;
  readonly deployment?: CompiledDeployment;
}

/**
 * Compiles one spec. Pure: reads no file, clock or environment, and answers the same for the same text.
 * Mistakes of the user come back as diagnostics; an exception is a bug.
 */
export function compile(input: CompileInput): Compilation {
  const file = createSourceFile(input.name, input.text);
  const parsed = parseYaml(file);
  if (parsed.value === undefined) return { file, diagnostics: sortDiagnostics(parsed.diagnostics) };
  return compileDocument(hideSecrets(parsed.value));
}

/** Compiles what stands as a tree already, whatever it was read from; pure like {@link compile}. */
export function compileDocument(document: SpecDocument): Compilation {
  const { file } = document;
  const shaped = validateShape(document, languageOf);
  const { spec } = shaped;
  if (spec === undefined) return { file, document, diagnostics: sortDiagnostics(shaped.diagnostics) };

  const provider = providerNamed(spec.provider.name);
  const resolved = resolveDeployment(spec, provider.catalog);
  const found = judge(
    { document, spec, resolved, catalog: provider.catalog, setAside: shaped.setAside },
    provider,
  );
  const diagnostics = sortDiagnostics([...shaped.diagnostics, ...found]);
  if (hasErrors(diagnostics)) return { file, document, diagnostics };
  return { file, document, diagnostics, deployment: lower(spec, resolved, provider) };
}

/** What of the language a provider has, by the provider's name in a spec. */
function languageOf(name: string) {
  const provider = allProviders().find(({ id }) => id === name);
  return provider && { title: provider.catalog.title, gaps: provider.catalog.gaps };
}

function judge(subject: RuleSubject, provider: Provider): readonly Diagnostic[] {
  const found = checkRules([...neutralRules, ...provider.rules], subject);
  const accepts = checkRules([acceptRule(found)], subject);
  // Which warnings an unreadable list accepts is not known: none is better than one that is accepted.
  const isAcceptRead = !subject.setAside.some(([field]) => field === "accept");
  const remaining = isAcceptRead
    ? withoutAccepted(found, subject.spec.accept ?? [])
    : found.filter(({ severity }) => severity === "error");
  return [...remaining, ...accepts];
}

function lower(spec: DeploymentSpec, resolved: ResolvedDeployment, provider: Provider): CompiledDeployment {
  const plan = buildPlan(resolved, spec.terraform?.layout ?? "single");
  const request = { plan, provider: spec.provider, terraform: spec.terraform ?? {} };
  const programs = once(() => provider.lower(request));
  return {
    plan,
    providerName: provider.id,
    account: spec.provider.account ?? spec.provider.project,
    get programs() {
      return programs();
    },
    companions: { [Symbol.iterator]: () => provider.accompany(request, programs())[Symbol.iterator]() },
  };
}
