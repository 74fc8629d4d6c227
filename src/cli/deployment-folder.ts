import * as path from "node:path";
import type { OutputFile } from "../base/output-file";
import type { DiagnosticCode } from "../diagnostics/catalog/index";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { EMPTY_MANIFEST, MANIFEST_NAME, parseManifest, type Manifest } from "../output/manifest";
import { planWrites, type FileStatus, type OnDisk, type PlannedFile } from "../output/plan-writes";
import type { Host } from "./host";
import type { ReadSpec } from "./read-specs";

/** The folder of a deployment: what should stand in it, what does, and what is owned there. */
export interface DeploymentFolder {
  /** As it is printed and opened. */
  readonly folder: string;
  readonly manifest: Manifest;
  readonly planned: readonly PlannedFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Compares the files of a deployment with its folder below `out`. */
export function inspectFolder(
  host: Host,
  spec: ReadSpec,
  out: string,
  rendered: readonly OutputFile[],
): DeploymentFolder {
  const { name } = spec.deployment.plan;
  const folder = path.join(out, name);
  const prefix = `${name}/`;
  const wanted: OutputFile[] = rendered.map((file) => ({
    path: file.path.slice(prefix.length),
    content: file.content,
  }));
  const manifest = readManifest(host, folder);
  if (manifest === undefined) {
    const at = path.join(folder, MANIFEST_NAME);
    return {
      folder,
      manifest: EMPTY_MANIFEST,
      planned: [],
      diagnostics: [aboutFile("output/damaged-manifest", at)],
    };
  }
  const look = (file: string): OnDisk =>
    host.passesThroughLink(out, `${prefix}${file}`) ? { kind: "other" } : host.look(path.join(folder, file));
  return { folder, manifest, planned: planWrites(wanted, manifest, look), diagnostics: [] };
}

function readManifest(host: Host, folder: string): Manifest | undefined {
  const found = host.look(path.join(folder, MANIFEST_NAME));
  if (found.kind === "none") return EMPTY_MANIFEST;
  return found.kind === "file" ? parseManifest(found.content) : undefined;
}

const CODES: Partial<Readonly<Record<FileStatus, DiagnosticCode & `output/${string}`>>> = {
  edited: "output/edited",
  "orphaned-edited": "output/edited",
  foreign: "output/foreign",
  blocked: "output/blocked",
};

/** Why a file cannot be written. */
export function refusal(folder: string, file: PlannedFile): Diagnostic[] {
  const code = CODES[file.status];
  return code === undefined ? [] : [aboutFile(code, path.join(folder, file.path))];
}

type FileCode = "output/edited" | "output/foreign" | "output/blocked" | "output/damaged-manifest";

function aboutFile(code: DiagnosticCode & `output/${string}`, file: string): Diagnostic {
  return createDiagnostic(code as FileCode, {}, createSourceFile(file, ""), { start: 0, end: 0 });
}
