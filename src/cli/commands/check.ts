import * as path from "node:path";
import { counted } from "../../base/text";
import type { FileStatus } from "../../output/plan-writes";
import { inspectFolder } from "../deployment-folder";
import { exitCodes } from "../exit-codes";
import type { Host } from "../host";
import type { CommonOptions } from "../options";
import { compileSpecs } from "../read-specs";
import { passes, report } from "../report";

/** Options of `check`. */
export interface CheckOptions extends CommonOptions {
  /** Folder that holds a folder for each deployment. */
  readonly out: string;
}

const WORDS: Readonly<Record<FileStatus, string>> = {
  same: "same",
  missing: "missing",
  stale: "stale",
  edited: "edited by hand",
  orphaned: "orphaned",
  "orphaned-edited": "orphaned, edited by hand",
  foreign: "not keyspan's",
  blocked: "not a file",
};

/** Compares what `emit` would write with what is there; writes nothing. */
export function check(host: Host, specs: readonly string[], options: CheckOptions): number {
  const { compiled, diagnostics } = compileSpecs(host, specs);
  const isReady = passes(diagnostics, options);
  const folders = isReady ? compiled.map((spec) => inspectFolder(host, spec, options.out)) : [];
  const problems = folders.flatMap((folder) => folder.diagnostics);
  if (!report(host, [...diagnostics, ...problems], options)) return exitCodes.errors;
  let differences = 0;
  for (const { folder, planned, manifest } of folders) {
    const differing = planned.filter(({ status }) => status !== "same");
    for (const { path: file, status } of differing) {
      host.printOut(`${WORDS[status]}: ${path.join(folder, file)}\n`);
    }
    if (manifest.pending.size > 0) host.printOut(`half written: ${folder}; emit again to finish\n`);
    differences += differing.length + (manifest.pending.size > 0 ? 1 : 0);
    if (differing.length === 0 && manifest.pending.size === 0 && !options.quiet) {
      host.printOut(`same: ${folder}, ${counted(planned.length, "file")}\n`);
    }
  }
  return differences === 0 ? exitCodes.success : exitCodes.differences;
}
