import type { ToldNeed } from "../../model/advice";
import { adviseSpec } from "../advice/advised-deployment";
import { printAdviceJson } from "../advice/print-json";
import { printAdviceText } from "../advice/print-text";
import { startSpec, type StartOptions } from "../advice/start-spec";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { readWithPrices, type PriceOptions } from "../read-with-prices";

/** Options of `advise`. */
export interface AdviseOptions extends PriceOptions, StartOptions {
  readonly json: boolean;
  /** What the spec cannot say. */
  readonly need?: readonly ToldNeed[];
}

/** Advises on the key strategies of specs, or without a spec starts one. With `--strict` a strategy that does not meet what is asked fails. */
export async function advise(host: Host, specs: readonly string[], options: AdviseOptions): Promise<number> {
  const starting = [options.interactive, options.regions, options.engine, options.name, options.write];
  if (specs.length === 0) return startSpec(host, options);
  if (starting.some((one) => one !== undefined && one !== false)) {
    host.printError("keyspan: advice is on a spec that is there, or starts one: not both\n");
    return exitCodes.usage;
  }
  const read = readWithPrices(host, specs, options);
  if (read === undefined) return exitCodes.errors;
  const told = [...new Set(options.need)];
  const advised = read.compiled.map((spec) => adviseSpec(spec, told, read.prices));
  host.printOut(options.json ? printAdviceJson(advised) : printAdviceText(advised));
  const isUnfit = advised.some(({ advice }) => advice.keySets.some(({ verdict }) => verdict === "unfit"));
  return isUnfit && options.strict ? exitCodes.errors : exitCodes.success;
}
