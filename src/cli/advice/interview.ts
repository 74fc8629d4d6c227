import { suggest } from "../../base/suggest";
import type { AdviceData, ToldNeed } from "../../model/advice";
import type { ProviderCatalog } from "../../model/provider-catalog";
import type { StarterData } from "../../model/starter";
import { DEPLOYMENT_NAME } from "../../spec/identity";
import type { StarterAnswers } from "../../starter/answers";
import type { Ask } from "../terminal";

/** What starter specs can be of: the provider whose Regions and engines may be answered. */
export interface StarterSubject {
  readonly catalog: ProviderCatalog;
  readonly starter: StarterData;
  readonly advice: AdviceData;
}

/** The provider of the Regions that are answered. */
export type SubjectOf = (regions: readonly string[]) => StarterSubject;

/** An answer that was understood, or what is wrong with it. */
export type Understood<T> = { readonly value: T } | { readonly problem: string };

/** Understands the name of a deployment. */
export function readName(text: string): Understood<string> {
  if (new RegExp(DEPLOYMENT_NAME.pattern).test(text)) return { value: text };
  return { problem: `a name is ${DEPLOYMENT_NAME.hint.replaceAll("`", "")}` };
}

/** Understands Regions, joined by commas or spaces, the primary Region first. */
export function readRegions(text: string, subjectOf: SubjectOf): Understood<StarterAnswers["regions"]> {
  const [first, ...others] = [...new Set(text.split(/[\s,]+/).filter((word) => word !== ""))];
  if (first === undefined) return { problem: "name at least one Region" };
  const { catalog } = subjectOf([first, ...others]);
  const known = new Map([...catalog.regions].map(([name, { partition }]) => [String(name), partition]));
  const unknown = [first, ...others].find((name) => !known.has(name));
  if (unknown !== undefined) return { problem: unknownName("Region", unknown, [...known.keys()]) };
  const foreign = others.find((name) => known.get(name) !== known.get(first));
  if (foreign !== undefined) return { problem: `${foreign} is in another partition than ${first}` };
  return { value: [first, ...others] };
}

/** Understands the engine of the database, or `none`. */
export function readEngine(text: string, { starter }: StarterSubject): Understood<string | undefined> {
  if (text === "none") return { value: undefined };
  if (starter.engines.has(text)) return { value: text };
  const known = [...starter.engines.keys(), "none"];
  return { problem: unknownName("engine", text, known, `; choose one of ${known.join(", ")}`) };
}

/** `otherwise` is said where no name that is known is like the given one. */
function unknownName(what: string, name: string, known: readonly string[], otherwise = ""): string {
  const suggestion = suggest(name, known);
  const hint = suggestion === undefined ? otherwise : `; did you mean ${suggestion}?`;
  return `there is no ${what} ${name} to start with${hint}`;
}

/** What has been answered before a question about a need. */
type SoFar = StarterAnswers;

interface NeedQuestion {
  readonly need: ToldNeed;
  readonly text: string;
  readonly isAsked: (answers: SoFar) => boolean;
}

const CONTROL: readonly ToldNeed[] = [
  "snapshot-sharing",
  "central-account",
  "own-material",
  "custom-rotation",
];
const has = ({ needs }: SoFar, ...wanted: readonly ToldNeed[]) => wanted.some((need) => needs.has(need));
const isSpread = ({ regions }: SoFar) => regions.length > 1;
const hasDatabase = ({ engine }: SoFar) => engine !== undefined;

/** The questions that decide, each asked only where it can change something. */
const QUESTIONS: readonly NeedQuestion[] = [
  {
    need: "portable-ciphertext",
    text: "Is what clients encrypt in one Region decrypted in another (active/active)?",
    isAsked: (answers) => answers.hasClients && isSpread(answers),
  },
  {
    need: "residency",
    text: "Must key material stay in its Region (data residency)?",
    isAsked: isSpread,
  },
  { need: "snapshot-sharing", text: "Are snapshots shared with other accounts?", isAsked: hasDatabase },
  { need: "central-account", text: "Does a central security account own the keys?", isAsked: () => true },
  {
    need: "own-material",
    text: "Does the key material come from an HSM of your own?",
    isAsked: (answers) => !has(answers, "central-account"),
  },
  {
    need: "custom-rotation",
    text: "Do you need a rotation period of your own?",
    isAsked: (answers) => !has(answers, "central-account", "own-material"),
  },
  {
    need: "lowest-cost",
    text: "Is the lowest cost worth more to you than control over the keys?",
    isAsked: (answers) => hasDatabase(answers) && !has(answers, ...CONTROL),
  },
  {
    need: "blast-radius",
    text: "Should each database have keys of its own (smallest blast radius)?",
    isAsked: (answers) => hasDatabase(answers) && !has(answers, "lowest-cost", "central-account"),
  },
];

/** What is asked first when nothing else is answered. */
export const STARTER_DEFAULTS = { name: "orders", regions: "us-east-1, eu-west-1" } as const;

/** Asks what decides; undefined when the answers end before the questions. `say` tells what was not understood. */
export async function interview(
  ask: Ask,
  say: (text: string) => void,
  subjectOf: SubjectOf,
): Promise<StarterAnswers | undefined> {
  const asking = { ask, say };
  const name = await question(asking, "Name of the deployment", STARTER_DEFAULTS.name, readName);
  if (name === undefined) return undefined;
  const regions = await question(
    asking,
    "Regions, the primary Region first",
    STARTER_DEFAULTS.regions,
    (text) => readRegions(text, subjectOf),
  );
  if (regions === undefined) return undefined;
  const subject = subjectOf(regions.value);
  const engines = [...subject.starter.engines.keys()];
  const [standard = "none"] = engines;
  const engine = await question(asking, `Engine (${engines.join(", ")}, none)`, standard, (text) =>
    readEngine(text, subject),
  );
  if (engine === undefined) return undefined;
  const clients = await yesOrNo(asking, "Do applications encrypt data by themselves, before they store it?");
  if (clients === undefined) return undefined;
  const first = {
    name: name.value,
    regions: regions.value,
    engine: engine.value,
    hasClients: clients,
    needs: new Set<ToldNeed>(),
  };
  return askNeeds(asking, first, subject);
}

async function askNeeds(
  asking: Asking,
  first: StarterAnswers,
  { advice }: StarterSubject,
): Promise<StarterAnswers | undefined> {
  let answers = first;
  for (const { need, text, isAsked } of QUESTIONS) {
    // What no row of the provider's table speaks of decides nothing there.
    if (!isAsked(answers) || !advice.decisions.some((one) => one.need === need)) continue;
    const answer = await yesOrNo(asking, text);
    if (answer === undefined) return undefined;
    if (answer) answers = { ...answers, needs: new Set([...answers.needs, need]) };
  }
  return answers;
}

/** How questions are asked, and what was not understood is told. */
export interface Asking {
  readonly ask: Ask;
  readonly say: (text: string) => void;
}

/** Asks until the answer is understood; nothing stands for the standard answer. */
async function question<T>(
  { ask, say }: Asking,
  text: string,
  standard: string,
  read: (text: string) => Understood<T>,
): Promise<{ readonly value: T } | undefined> {
  for (;;) {
    const answer = await ask(`${text} [${standard}]: `);
    if (answer === undefined) return undefined;
    const understood = read(answer.trim() === "" ? standard : answer.trim());
    if ("value" in understood) return understood;
    say(`  ${understood.problem}\n`);
  }
}

/** Asks a question that is answered by yes or no, no by default; undefined when the answers end. */
export async function yesOrNo(asking: Asking, text: string): Promise<boolean | undefined> {
  const answer = await question(asking, `${text} y/n`, "n", (given): Understood<boolean> => {
    if (/^y(es)?$/i.test(given)) return { value: true };
    return /^no?$/i.test(given) ? { value: false } : { problem: "answer y or n" };
  });
  return answer?.value;
}
