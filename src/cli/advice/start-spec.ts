import { invariant } from "../../base/invariant";
import type { ToldNeed } from "../../model/advice";
import { compile } from "../../compile";
import { hasErrors } from "../../diagnostics/result";
import { providerOfRegions } from "../../providers/registry";
import { SCHEMA_ADDRESS } from "../../spec/identity";
import type { StarterAnswers } from "../../starter/answers";
import { starterSpec } from "../../starter/starter-spec";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { report } from "../report";
import { interview, readEngine, readName, readRegions, STARTER_DEFAULTS, type Understood } from "./interview";

/** Options that stand for answers. */
export interface GivenAnswers {
  readonly name?: string;
  readonly regions?: string;
  readonly engine?: string;
  readonly need?: readonly ToldNeed[];
}

/** The answers by options, and where the starter spec goes. */
export interface StartOptions extends CommonOptions, GivenAnswers {
  readonly interactive: boolean;
  /** Without it the spec goes to standard output. */
  readonly write?: string;
  readonly force: boolean;
}

/** Makes a starter spec from answers, asked for on the terminal or given by options; it compiles, or is not written. */
export async function startSpec(host: Host, options: StartOptions): Promise<number> {
  const answers = options.interactive ? await askAnswers(host) : givenAnswers(options);
  if ("refusal" in answers) {
    host.printError(`keyspan: ${answers.refusal}\n`);
    return answers.exitCode;
  }
  const text = starterSpec(answers, providerOfRegions(answers.regions), SCHEMA_ADDRESS);
  const { diagnostics } = compile({ name: options.write ?? "<starter>", text });
  if (hasErrors(diagnostics)) {
    report(host, diagnostics, options);
    return exitCodes.errors;
  }
  return writeSpec(host, text, options);
}

interface Refusal {
  readonly refusal: string;
  readonly exitCode: number;
}

async function askAnswers({ withTerminal, printError }: Host): Promise<StarterAnswers | Refusal> {
  if (withTerminal === undefined) {
    const refusal = "there is no terminal to ask on; answer with --regions, --engine and --need";
    return { refusal, exitCode: exitCodes.errors };
  }
  const answers = await withTerminal((ask) => interview(ask, printError, providerOfRegions));
  return (
    answers ?? {
      refusal: "the questions were left unanswered, and nothing was written",
      exitCode: exitCodes.errors,
    }
  );
}

/** What options answer, without a terminal; which of them is wrong if one is. */
export function givenAnswers({ name, regions, engine, need = [] }: GivenAnswers): StarterAnswers | Refusal {
  if (regions === undefined) {
    const refusal = "name a spec, or start one: --interactive asks, --regions answers without a terminal";
    return { refusal, exitCode: exitCodes.usage };
  }
  const understood = readRegions(regions, providerOfRegions);
  const subject = providerOfRegions("value" in understood ? understood.value : []);
  const options = {
    name: readName(name ?? STARTER_DEFAULTS.name),
    regions: understood,
    engine: readEngine(engine ?? "none", subject),
  };
  for (const [option, one] of Object.entries(options))
    if ("problem" in one) return { refusal: `--${option}: ${one.problem}`, exitCode: exitCodes.usage };
  return {
    name: valueOf(options.name),
    regions: valueOf(options.regions),
    engine: valueOf(options.engine),
    hasClients: need.includes("portable-ciphertext"),
    needs: new Set(need),
  };
}

function valueOf<T>(understood: Understood<T>): T {
  invariant("value" in understood, "what was not understood is refused");
  return understood.value;
}

function writeSpec(host: Host, text: string, { write, force, quiet }: StartOptions): number {
  if (write === undefined) {
    host.printOut(text);
    return exitCodes.success;
  }
  const there = host.look(write);
  if (there.kind === "other" || (there.kind === "file" && !force)) {
    const hint = there.kind === "file" ? "; --force overwrites it" : ", and is not a file";
    host.printError(`keyspan: ${write} is there already${hint}\n`);
    return exitCodes.errors;
  }
  host.writeFile(write, text);
  if (!quiet) host.printOut(`written: ${write}\n`);
  return exitCodes.success;
}
