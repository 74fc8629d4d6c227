import * as path from "node:path";
import { counted } from "../../base/text";
import type { FileStatus } from "../../output/plan-writes";
import { EMPTY_MANIFEST, MANIFEST_NAME } from "../../output/manifest";
import { needsWriting } from "../write-folder";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import { inspectFolders, type LayoutOptions } from "../inspect-folders";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";

/** Options of `check`. */
export type CheckOptions = CommonOptions & LayoutOptions;

const WORDS: Readonly<Record<FileStatus, string>> = {
  same: "same",
  missing: "missing",
  stale: "stale",
  edited: "edited by hand",
  orphaned: "orphaned",
  "orphaned-edited": "orphaned, edited by hand",
  foreign: "not keyspan's",
  blocked: "not a file",
  leftover: "left by a run that was killed",
};

/** Compares what `emit` would write with what is there; writes nothing. */
export async function check(host: Host, specs: readonly string[], options: CheckOptions): Promise<number> {
  const { compiled, diagnostics } = compileSpecs(host, specs, options);
  const isReady = passes(diagnostics, options);
  const { folders, ...inspected } = await inspectFolders(host, isReady ? compiled : [], options);
  if (!report(host, [...diagnostics, ...inspected.diagnostics], options)) return exitCodes.errors;
  let differences = 0;
  for (const inspectedFolder of folders) {
    const { folder, planned, manifest } = inspectedFolder;
    const differing = planned.filter(({ status }) => status !== "same");
    for (const { path: file, status } of differing) {
      host.printOut(`${WORDS[status]}: ${path.join(folder, file)}\n`);
    }
    if (manifest.pending.size > 0) host.printOut(`half written: ${folder}; emit again to finish\n`);
    differences += differing.length + (manifest.pending.size > 0 ? 1 : 0);
    if (differing.length > 0 || manifest.pending.size > 0) continue;
    if (needsWriting(inspectedFolder)) {
      // The files are right, but the next change of the spec would find them to be edited, or somebody else's.
      const status = manifest === EMPTY_MANIFEST ? "missing" : "stale";
      host.printOut(`${WORDS[status]}: ${path.join(folder, MANIFEST_NAME)}\n`);
      differences += 1;
    } else if (!options.quiet) {
      host.printOut(`same: ${folder}, ${counted(planned.length, "file")}\n`);
    }
  }
  return differences === 0 ? exitCodes.success : exitCodes.differences;
}
