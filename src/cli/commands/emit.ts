import { counted } from "../../base/text";
import type { Diagnostic } from "../../diagnostics/diagnostic";
import { refusals } from "../../output/plan-writes";
import { refusal, type DeploymentFolder } from "../deployment-folder";
import { diskDiagnostic } from "../disk-diagnostic";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { prepareInspection, type InspectedFolders, type LayoutOptions } from "../inspect-folders";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";
import { runAndWatch, type WatchOptions } from "../watch";
import { withClaims } from "../with-claims";
import { needsWriting, writeFolder, type FileChange } from "../write-folder";

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
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  const inspect = await prepareInspection(host, passes(diagnostics, options) ? compiled : [], options);
  const isReady = (found: readonly Diagnostic[]) => passes([...diagnostics, ...found], options);
  const before = withRefusals(inspect(), options);
  const changing = before.folders.filter(needsWriting).map(({ folder }) => folder);
  let found = before.diagnostics;
  if (isReady(found)) {
    // What stands there now may be another run's: nobody else writes from here on.
    found = await withClaims(host, changing, async () => {
      const now = changing.length === 0 ? before : withRefusals(inspect(), options);
      return isReady(now.diagnostics) ? writeFolders(host, now, options) : now.diagnostics;
    });
  }
  return report(host, [...diagnostics, ...found], options) ? exitCodes.success : exitCodes.errors;
}

function withRefusals({ folders, diagnostics }: InspectedFolders, { force }: EmitOptions): InspectedFolders {
  const refused = folders.flatMap(({ folder, planned }) =>
    refusals(planned, force).flatMap((file) => refusal(folder, file)),
  );
  return { folders, diagnostics: [...diagnostics, ...refused] };
}

/** Writes one folder after the other; where the disk refuses, it ends. */
async function writeFolders(
  host: Host,
  { folders, diagnostics }: InspectedFolders,
  options: EmitOptions,
): Promise<readonly Diagnostic[]> {
  for (const folder of folders) {
    try {
      const changes = await writeFolder(host, folder);
      if (!options.quiet) printChanges(host, folder, changes);
    } catch (error) {
      return [...diagnostics, diskDiagnostic(error)];
    }
  }
  return diagnostics;
}

function printChanges(
  host: Host,
  { folder, planned }: DeploymentFolder,
  changes: readonly FileChange[],
): void {
  for (const { change, file } of changes) host.printOut(`${change.padEnd(7)} ${file}\n`);
  const files = counted(planned.filter(({ content }) => content !== undefined).length, "file");
  const what = changes.length === 0 ? "nothing to change" : `${changes.length} changed`;
  host.printOut(`${folder}: ${files}, ${what}\n`);
}
