import { counted } from "../../base/text";
import { refusals } from "../../output/plan-writes";
import { inspectFolder, refusal } from "../deployment-folder";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";
import { writeFolder } from "../write-folder";

/** Options of `emit`. */
export interface EmitOptions extends CommonOptions {
  /** Folder that holds a folder for each deployment. */
  readonly out: string;
  /** Give up changes made by hand to files that keyspan wrote. */
  readonly force: boolean;
}

/** Writes the plain Terraform of specs; all of them or, if anything stands in the way, none. */
export function emit(host: Host, specs: readonly string[], options: EmitOptions): number {
  const { compiled, diagnostics } = compileSpecs(host, specs);
  const isReady = passes(diagnostics, options);
  const folders = isReady ? compiled.map((spec) => inspectFolder(host, spec, options.out)) : [];
  const problems = folders.flatMap((folder) => [
    ...folder.diagnostics,
    ...refusals(folder.planned, options.force).flatMap((file) => refusal(folder.folder, file)),
  ]);
  if (!report(host, [...diagnostics, ...problems], options)) return exitCodes.errors;
  for (const folder of folders) {
    const changes = writeFolder(host, folder);
    if (options.quiet) continue;
    for (const { change, file } of changes) host.printOut(`${change.padEnd(7)} ${file}\n`);
    const files = counted(folder.planned.filter(({ content }) => content !== undefined).length, "file");
    host.printOut(
      `${folder.folder}: ${files}, ${changes.length === 0 ? "nothing to change" : `${changes.length} changed`}\n`,
    );
  }
  return exitCodes.success;
}
