import type { ToldNeed } from "../../model/advice";
import { providerOfRegions } from "../../providers/registry";
import { givenAnswers } from "../advice/start-spec";
import { interview, STARTER_DEFAULTS, yesOrNo } from "../advice/interview";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { COMPANIONS, companionFile, questionOf, type Companion, type NewFile } from "../init/companion-files";
import { specOfAnswers, specOfExample } from "../init/starting-spec";
import type { CommonOptions } from "../options";

/** Options of `init`. */
export interface InitOptions extends CommonOptions {
  /** An example of the package to start from. */
  readonly from?: string;
  /** Ask nothing: what no option answers is as it is by default. */
  readonly yes: boolean;
  readonly name?: string;
  readonly regions?: string;
  readonly engine?: string;
  readonly need?: readonly ToldNeed[];
  readonly with?: readonly Companion[];
}

/** What is to be written, or why nothing is. */
type Planned =
  { readonly files: readonly NewFile[] } | { readonly refusal: string; readonly exitCode: number };

/** Starts a repository: a commented spec in specs/ and, if wanted, what deploys and reviews it. Overwrites nothing. */
export async function init(host: Host, options: InitOptions): Promise<number> {
  const planned = await plan(host, options);
  if ("refusal" in planned) {
    host.printError(`keyspan: ${planned.refusal}\n`);
    return planned.exitCode;
  }
  const there = planned.files.filter(({ path }) => host.look(path).kind !== "none");
  if (there.length > 0) {
    for (const { path } of there) host.printError(`keyspan: ${path} is there already\n`);
    host.printError("keyspan: nothing was written\n");
    return exitCodes.errors;
  }
  for (const { path, content } of planned.files) {
    host.writeFile(path, content);
    if (!options.quiet) host.printOut(`written: ${path}\n`);
  }
  if (!options.quiet) host.printOut(nextSteps(planned.files[0]?.path ?? ""));
  return exitCodes.success;
}

async function plan(host: Host, options: InitOptions): Promise<Planned> {
  if (options.from !== undefined) {
    const spec = specOfExample(host, options.from);
    if ("problem" in spec) return { refusal: spec.problem, exitCode: exitCodes.usage };
    return { files: [spec, ...companions(host, options.with ?? [])] };
  }
  const isAnswered = options.yes || options.regions !== undefined;
  return isAnswered ? planFromOptions(host, options) : ask(host, options);
}

function planFromOptions(host: Host, options: InitOptions): Planned {
  const regions = options.regions ?? STARTER_DEFAULTS.regions;
  const [engine] = providerOfRegions(regions.split(",")).starter.engines.keys();
  const answers = givenAnswers({
    ...options,
    regions,
    ...(options.yes && options.engine === undefined && engine !== undefined ? { engine } : {}),
  });
  if ("refusal" in answers) return answers;
  return { files: [specOfAnswers(answers), ...companions(host, options.with ?? [])] };
}

async function ask(host: Host, { with: given }: InitOptions): Promise<Planned> {
  const { withTerminal, printError } = host;
  if (withTerminal === undefined) {
    const refusal =
      "there is no terminal to ask on; --yes takes the defaults, --from an example, --regions answers";
    return { refusal, exitCode: exitCodes.errors };
  }
  return withTerminal(async (question) => {
    const unanswered = {
      refusal: "the questions were left unanswered, and nothing was written",
      exitCode: exitCodes.errors,
    };
    const answers = await interview(question, printError, providerOfRegions);
    if (answers === undefined) return unanswered;
    const wanted = new Set(given);
    for (const companion of COMPANIONS.filter((one) => !wanted.has(one))) {
      const answer = await yesOrNo({ ask: question, say: printError }, questionOf(companion));
      if (answer === undefined) return unanswered;
      if (answer) wanted.add(companion);
    }
    return { files: [specOfAnswers(answers), ...companions(host, [...wanted])] };
  });
}

/** In the order of the table, whatever the order in which they were named. */
function companions(host: Host, wanted: readonly Companion[]): NewFile[] {
  return COMPANIONS.filter((one) => wanted.includes(one)).map((one) => companionFile(one, host));
}

function nextSteps(spec: string): string {
  return `
Put in your own values, marked "yours" where the spec was made from answers. Then:
  keyspan validate ${spec}
  keyspan emit ${spec} --out out
`;
}
