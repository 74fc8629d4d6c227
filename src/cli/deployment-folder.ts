import * as path from "node:path";
import { sortedUnique } from "../base/ordering";
import { toText, type FileBytes } from "../base/output-file";
import type { DiagnosticCode } from "../diagnostics/catalog/index";
import { createDiagnostic } from "../diagnostics/create-diagnostic";
import type { Diagnostic } from "../diagnostics/diagnostic";
import { createSourceFile } from "../diagnostics/source-file";
import { EMPTY_MANIFEST, MANIFEST_NAME, parseManifest, type Manifest } from "../output/manifest";
import { isLeftover, parseClaimName } from "../output/leftovers";
import {
  pathsOfInterest,
  planWrites,
  type FileStatus,
  type OnDisk,
  type PlannedFile,
} from "../output/plan-writes";
import { isGone } from "./claim-folder";
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
  rendered: readonly FileBytes[],
): DeploymentFolder {
  const { name } = spec.deployment.plan;
  const folder = path.join(out, name);
  const prefix = `${name}/`;
  const wanted: FileBytes[] = rendered.map((file) => ({
    path: file.path.slice(prefix.length),
    content: file.content,
  }));
  const refuse = (diagnostic: Diagnostic): DeploymentFolder => ({
    folder,
    manifest: EMPTY_MANIFEST,
    planned: [],
    diagnostics: [diagnostic],
  });
  const obstacle = findObstacle(host, out, name);
  if (obstacle !== undefined) return refuse(obstacle);
  const manifest = readManifest(host, folder);
  if (manifest === undefined)
    return refuse(aboutFile("output/damaged-manifest", path.join(folder, MANIFEST_NAME)));
  const look = (file: string): OnDisk =>
    host.obstacle(folder, file) === undefined ? host.look(path.join(folder, file)) : { kind: "other" };
  const planned = [
    ...planWrites(wanted, manifest, look),
    ...leftovers(host, folder, pathsOfInterest(wanted, manifest)),
  ];
  return { folder, manifest, planned, diagnostics: [] };
}

/** Why a deployment has no folder below `out`: something else stands there. Links are not followed. */
export function findObstacle(host: Host, out: string, name: string): Diagnostic | undefined {
  const obstacle = host.obstacle(out, `${name}/${MANIFEST_NAME}`);
  return obstacle === undefined ? undefined : aboutFile("output/not-a-folder", obstacle);
}

/** What runs that were killed left in the folders of these paths. */
function leftovers(host: Host, folder: string, paths: readonly string[]): PlannedFile[] {
  const folders = sortedUnique(["", ...paths.map((file) => file.slice(0, file.lastIndexOf("/") + 1))]);
  return folders
    .filter((below) => host.obstacle(folder, below) === undefined)
    .flatMap((below) =>
      host
        .listNames(path.join(folder, below))
        .filter((name) => isLeftBehind(host, name))
        .map((name): PlannedFile => ({ path: `${below}${name}`, status: "leftover" })),
    );
}

/** The claim of a run that goes on is none. */
function isLeftBehind(host: Host, name: string): boolean {
  const claim = parseClaimName(name);
  return claim === undefined ? isLeftover(name) : isGone(host, claim);
}

/** The text of a file; empty where there is none. */
export function textAt(host: Host, file: string): string {
  const found = host.look(file);
  return found.kind === "file" ? toText(found.content) : "";
}

function readManifest(host: Host, folder: string): Manifest | undefined {
  const found = host.look(path.join(folder, MANIFEST_NAME));
  if (found.kind === "none") return EMPTY_MANIFEST;
  return found.kind === "file" ? parseManifest(toText(found.content)) : undefined;
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

type FileCode =
  "output/edited" | "output/foreign" | "output/blocked" | "output/not-a-folder" | "output/damaged-manifest";

function aboutFile(code: DiagnosticCode & `output/${string}`, file: string): Diagnostic {
  return createDiagnostic(code as FileCode, {}, createSourceFile(file, ""), { start: 0, end: 0 });
}
