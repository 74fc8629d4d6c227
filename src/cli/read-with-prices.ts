import type { PriceLists } from "../model/prices";
import { readPriceFile } from "./cost/read-price-file";
import type { Host } from "./host";
import type { CommonOptions } from "./options";
import { compileSpecs, type ReadSpec } from "./read-specs";
import { report } from "./report";

/** Options of commands that speak of prices. */
export interface PriceOptions extends CommonOptions {
  /** A file of prices in the place of those that keyspan knows. */
  readonly prices?: string;
}

const NO_PRICES: PriceLists = new Map();

/**
 * Reads specs, and the file of prices that was given with them, and prints what there is to say of all of them.
 * Undefined when the run must end there.
 */
export function readWithPrices(
  host: Host,
  specs: readonly string[],
  options: PriceOptions,
): { readonly compiled: readonly ReadSpec[]; readonly prices: PriceLists } | undefined {
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  const { prices: file } = options;
  const read = file === undefined ? { value: NO_PRICES, diagnostics: [] } : readPriceFile(host, file);
  const isGood = report(host, [...diagnostics, ...read.diagnostics], options);
  return isGood && read.value !== undefined ? { compiled, prices: read.value } : undefined;
}
