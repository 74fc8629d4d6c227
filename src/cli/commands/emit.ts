import { counted } from "../../base/text";
import { refusals } from "../../output/plan-writes";
import { refusal } from "../deployment-folder";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { inspectFolders, type LayoutOptions } from "../inspect-folders";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";
import { runAndWatch, type WatchOptions } from "../watch";
import { writeFolder } from "../write-folder";

/** Options of `emit`. */
export interface EmitOptions extends CommonOptions, LayoutOptions, WatchOptions {
  /** Give up changes made by hand to files that keyspan wrote. */
  readonly force: boolean;
}

/** Writes the plain Terraform of specs; all of them or, if anything stands in the way, none. */
export function emit(host: Host, specs: readonly string[], options: EmitOptions): Promise<number> {
  const { templates } = options;
  const paths = templates === undefined ? specs : [...specs, templates];
  return runAndWatch(host, paths, options, () => emitOnce(host, specs, options));
}

async function emitOnce(host: Host, specs: readonly string[], options: EmitOptions): Promise<number> {
  const { compiled, diagnostics } = compileSpecs(host, specs);
  const isReady = passes(diagnostics, options);
  const { folders, ...inspected } = await inspectFolders(host, isReady ? compiled : [], options);
  const refused = folders.flatMap(({ folder, planned }) =>
    refusals(planned, options.force).flatMap((file) => refusal(folder, file)),
  );
  if (!report(host, [...diagnostics, ...inspected.diagnostics, ...refused], options)) return exitCodes.errors;
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
