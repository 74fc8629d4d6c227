import type { ToldNeed } from "../../model/advice";
import { adviseSpec } from "../advice/advised-deployment";
import { printAdviceJson } from "../advice/print-json";
import { printAdviceText } from "../advice/print-text";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { readWithPrices, type PriceOptions } from "../read-with-prices";

/** Options of `advise`. */
export interface AdviseOptions extends PriceOptions {
  readonly json: boolean;
  /** What the spec cannot say. */
  readonly need: readonly ToldNeed[];
}

/** Advises on the key strategies of specs. With `--strict` a strategy that does not meet what is asked fails. */
export function advise(host: Host, specs: readonly string[], options: AdviseOptions): number {
  const read = readWithPrices(host, specs, options);
  if (read === undefined) return exitCodes.errors;
  const told = [...new Set(options.need)];
  const advised = read.compiled.map((spec) => adviseSpec(spec, told, read.prices));
  host.printOut(options.json ? printAdviceJson(advised) : printAdviceText(advised));
  const isUnfit = advised.some(({ advice }) => advice.keySets.some(({ verdict }) => verdict === "unfit"));
  return isUnfit && options.strict ? exitCodes.errors : exitCodes.success;
}
