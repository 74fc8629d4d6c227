import type { DiagnosticCode } from "../../../diagnostics/catalog/index";

/**
 * Something that a provider does, demands or does not offer, and what keyspan does about it. The facts are the ground
 * that rules and lowering stand on; the pages of facts are written from them, and a guard holds every answer.
 */
export interface ProviderFact {
  /** The topic, by its number on the page: `1.1`; `10.4` is the fourth of the frequent mistakes. */
  readonly section: string;
  /** One sentence or two, as Markdown. */
  readonly fact: string;
  /** Pages outside that say so. */
  readonly sources: readonly string[];
  readonly answers: readonly FactAnswer[];
}

/** What keyspan does about a fact, and where that is seen. */
export type FactAnswer = ReportedAnswer | EmittedAnswer | TestedAnswer;

/** A diagnostic: the scenario of the name must report the code. */
export interface ReportedAnswer {
  readonly kind: "reported";
  readonly code: DiagnosticCode;
  /** Name of the scenario below `test/scenarios/refused`, without its ending. */
  readonly scenario: string;
  /** What the diagnostic must name, where the scenario shows several. */
  readonly names: string | undefined;
}

/** Something in the emitted files: a golden must have it, or, in the block given, must not. */
export interface EmittedAnswer {
  readonly kind: "emitted";
  readonly file: string;
  readonly isPresent: boolean;
  readonly text: string;
  /** The address of the block that is looked at; the whole file without it. */
  readonly block: string | undefined;
}

/** What only a test shows, because it is about two versions of a deployment. */
export interface TestedAnswer {
  readonly kind: "tested";
  readonly what: string;
  readonly file: string;
  /** The name of the test. */
  readonly test: string;
}

/** `<code>`, or `<code>.<variant>` for a scenario that stands beside the one named after the code. */
type ScenarioName = DiagnosticCode | `${DiagnosticCode}.${string}`;

/** The spec is refused or warned about: by the code that the name of the scenario begins with. */
export function reported(scenario: ScenarioName, names?: string): ReportedAnswer {
  const [code = ""] = scenario.split(".");
  return { kind: "reported", code: code as DiagnosticCode, scenario, names };
}

/** The golden has the text; runs of spaces count as one. */
export function emitted(file: string, text: string, block?: string): EmittedAnswer {
  return { kind: "emitted", file, isPresent: true, text, block };
}

/** The block of the golden does not have the text. */
export function omitted(file: string, text: string, block: string): EmittedAnswer {
  return { kind: "emitted", file, isPresent: false, text, block };
}

/** The test of the name shows it. */
export function tested(what: string, file: string, test: string): TestedAnswer {
  return { kind: "tested", what, file, test };
}
