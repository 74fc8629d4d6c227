import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { readSpecs } from "../read-specs";
import { runAndWatch, type WatchOptions } from "../watch";

/** Options of `validate`. */
export type ValidateOptions = CommonOptions & WatchOptions;

/** Runs all checks; writes no files. */
export function validate(host: Host, specs: readonly string[], options: ValidateOptions): Promise<number> {
  return runAndWatch(host, specs, options, () => validateOnce(host, specs, options));
}

function validateOnce(host: Host, specs: readonly string[], options: CommonOptions): number {
  const compiled = readSpecs(host, specs, options);
  if (compiled === undefined) return exitCodes.errors;
  if (!options.quiet) for (const { argument } of compiled) host.printOut(`valid: ${argument}\n`);
  return exitCodes.success;
}
