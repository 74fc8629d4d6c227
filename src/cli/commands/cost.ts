import { isNearLimit } from "../../model/quota";
import type { PriceLists } from "../../model/prices";
import { costDeployment } from "../cost/costed-deployment";
import { printCostJson } from "../cost/print-json";
import { printCostTable } from "../cost/print-table";
import { readPriceFile } from "../cost/read-price-file";
import { sumByRegion } from "../cost/sum-deployments";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { report } from "../report";

/** Options of `cost`. */
export interface CostOptions extends CommonOptions {
  readonly json: boolean;
  /** A file of prices in the place of those that keyspan knows. */
  readonly prices?: string;
  /** Requests to symmetric keys in a month. */
  readonly requests?: number;
}

const KNOWN_PRICES: PriceLists = new Map();

/** Takes the costs of specs: keys, their price, quotas. With `--strict` a quota that is nearly used up fails. */
export function cost(host: Host, specs: readonly string[], options: CostOptions): number {
  const { compiled, diagnostics } = compileSpecs(host, specs);
  const read =
    options.prices === undefined
      ? { value: KNOWN_PRICES, diagnostics: [] }
      : readPriceFile(host, options.prices);
  const isGood = report(host, [...diagnostics, ...read.diagnostics], options);
  const { value: prices } = read;
  if (!isGood || prices === undefined) return exitCodes.errors;
  const deployments = compiled.map((spec) => costDeployment(spec, prices));
  const print = options.json ? printCostJson : printCostTable;
  host.printOut(print(deployments, options.requests));
  const isNear = sumByRegion(deployments).some(({ quotas }) => quotas.some(isNearLimit));
  return isNear && options.strict ? exitCodes.errors : exitCodes.success;
}
