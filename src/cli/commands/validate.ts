import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { readSpecs } from "../read-specs";

/** Runs all checks; writes no files. */
export function validate(host: Host, specs: readonly string[], options: CommonOptions): number {
  const compiled = readSpecs(host, specs, options);
  if (compiled === undefined) return exitCodes.errors;
  if (!options.quiet) for (const { argument } of compiled) host.printOut(`valid: ${argument}\n`);
  return exitCodes.success;
}
