import * as path from "node:path";
import { diskDiagnostic } from "../disk-diagnostic";
import { onDisk } from "../disk-error";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { missingPackage } from "../missing-package";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";

/** Where cdktf looks for its app's output when it does not say so itself. */
const DEFAULT_OUTDIR = "cdktf.out";

/** Writes CDKTF stacks to the folder that the cdktf CLI names: the `app` command of a `cdktf.json`. */
export async function synth(host: Host, specs: readonly string[], options: CommonOptions): Promise<number> {
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  if (!passes(diagnostics, options)) {
    report(host, diagnostics, options);
    return exitCodes.errors;
  }
  const outdir = host.cdktfOutdir ?? DEFAULT_OUTDIR;
  const programs = compiled.flatMap(({ deployment }) => deployment.programs);
  try {
    // cdktf and the bindings take longer to load than everything else together: only this command needs them.
    const { synthesizePrograms } = await import("../../cdktf/synth");
    onDisk("write", outdir, () => synthesizePrograms(programs, outdir));
  } catch (error) {
    report(host, [...diagnostics, missingPackage(error, programs) ?? diskDiagnostic(error)], options);
    return exitCodes.errors;
  }
  report(host, diagnostics, options);
  if (!options.quiet) {
    for (const { name } of programs) {
      host.printOut(`synthesized ${path.join(outdir, "stacks", name, "cdk.tf.json")}\n`);
    }
  }
  return exitCodes.success;
}
