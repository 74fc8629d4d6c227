import { isNearLimit } from "../../model/quota";
import { costDeployment } from "../cost/costed-deployment";
import { printCostJson } from "../cost/print-json";
import { printCostTable } from "../cost/print-table";
import { sumByRegion } from "../cost/sum-deployments";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { readWithPrices, type PriceOptions } from "../read-with-prices";

/** Options of `cost`. */
export interface CostOptions extends PriceOptions {
  readonly json: boolean;
  /** Requests to symmetric keys in a month. */
  readonly requests?: number;
}

/** Takes the costs of specs: keys, their price, quotas. With `--strict` a quota that is nearly used up fails. */
export function cost(host: Host, specs: readonly string[], options: CostOptions): number {
  const read = readWithPrices(host, specs, options);
  if (read === undefined) return exitCodes.errors;
  const deployments = read.compiled.map((spec) => costDeployment(spec, read.prices));
  const print = options.json ? printCostJson : printCostTable;
  host.printOut(print(deployments, options.requests));
  const isNear = sumByRegion(deployments).some(({ quotas }) => quotas.some(isNearLimit));
  return isNear && options.strict ? exitCodes.errors : exitCodes.success;
}
