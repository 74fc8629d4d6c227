import * as path from "node:path";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { loadSynth } from "../load-synth";
import type { CommonOptions } from "../options";
import { readSpecs } from "../read-specs";
import { report } from "../report";

/** Where cdktf looks for its app's output when it does not say so itself. */
const DEFAULT_OUTDIR = "cdktf.out";

/** Writes CDKTF stacks to the folder that the cdktf CLI names: the `app` command of a `cdktf.json`. */
export async function synth(host: Host, specs: readonly string[], options: CommonOptions): Promise<number> {
  const compiled = readSpecs(host, specs, options);
  if (compiled === undefined) return exitCodes.errors;
  const outdir = host.cdktfOutdir ?? DEFAULT_OUTDIR;
  const programs = compiled.flatMap(({ deployment }) => deployment.programs);
  const { value: synthesizePrograms, diagnostics } = await loadSynth();
  if (synthesizePrograms === undefined) {
    report(host, diagnostics, options);
    return exitCodes.errors;
  }
  synthesizePrograms(programs, outdir);
  if (!options.quiet) {
    for (const { name } of programs) {
      host.printOut(`synthesized ${path.join(outdir, "stacks", name, "cdk.tf.json")}\n`);
    }
  }
  return exitCodes.success;
}
