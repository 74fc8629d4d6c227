import * as path from "node:path";
import { sortedUnique } from "../base/ordering";
import { EMPTY_MANIFEST, MANIFEST_NAME, hashOf, printManifest } from "../output/manifest";
import type { PlannedFile } from "../output/plan-writes";
import type { DeploymentFolder } from "./deployment-folder";
import type { Host } from "./host";

/** What writing did to a file. */
export interface FileChange {
  readonly change: "created" | "updated" | "removed";
  /** As it is printed. */
  readonly file: string;
}

/**
 * Brings a folder to what was planned. What killed runs left goes before everything: it is looked for where the
 * manifest of the last of them says that files are. Then comes the manifest, with the hashes of what is coming, and
 * again last: wherever the run is killed, every file is one that the manifest knows. Each of the three steps is on
 * the disk before the next begins.
 */
export async function writeFolder(host: Host, deployment: DeploymentFolder): Promise<readonly FileChange[]> {
  const { folder, planned, manifest } = deployment;
  const changing = planned.filter(isChanging);
  const coming = comingHashes(planned);
  const finished = printManifest({ files: coming, pending: new Map() });
  const writeManifest = (content: string) => {
    host.writeFile(path.join(folder, MANIFEST_NAME), content);
    host.syncFolder(folder);
  };
  if (changing.length === 0) {
    if (printManifest(manifest) === finished) return [];
    writeManifest(finished);
    const change = manifest === EMPTY_MANIFEST ? "created" : "updated";
    return [{ change, file: path.join(folder, MANIFEST_NAME) }];
  }
  for (const file of changing.filter(isLeft)) host.removeFile(path.join(folder, file.path), folder);
  writeManifest(printManifest({ files: hashes(planned, ({ recorded }) => recorded), pending: coming }));
  await writePlanned(
    host,
    folder,
    changing.filter((file) => !isLeft(file)),
  );
  for (const one of foldersOf(folder, changing)) host.syncFolder(one);
  writeManifest(finished);
  return changing.map((file) => ({ change: changeOf(file), file: path.join(folder, file.path) }));
}

/** Whether anything has to be written to have the folder hold the deployment, and its manifest say so. */
export function needsWriting({ manifest, planned }: DeploymentFolder): boolean {
  if (planned.some(isChanging)) return true;
  return printManifest(manifest) !== printManifest({ files: comingHashes(planned), pending: new Map() });
}

function isChanging({ status }: PlannedFile): boolean {
  return status !== "same";
}

function isLeft({ status }: PlannedFile): boolean {
  return status === "leftover";
}

function comingHashes(planned: readonly PlannedFile[]): ReadonlyMap<string, string> {
  return hashes(planned, ({ content }) => (content === undefined ? undefined : hashOf(content)));
}

function hashes(
  planned: readonly PlannedFile[],
  hash: (file: PlannedFile) => string | undefined,
): ReadonlyMap<string, string> {
  return new Map(
    planned.flatMap((file) => {
      const known = hash(file);
      return known === undefined ? [] : [[file.path, known] as const];
    }),
  );
}

/** What is no longer made is there until everything else is. */
async function writePlanned(host: Host, folder: string, planned: readonly PlannedFile[]): Promise<void> {
  await host.writeFiles(
    planned.flatMap(({ path: file, content }) =>
      content === undefined ? [] : [{ file: path.join(folder, file), content }],
    ),
  );
  for (const { path: file, content } of planned)
    if (content === undefined) host.removeFile(path.join(folder, file), folder);
}

/** The folders in which files changed, those above them that may be new, and the folder of the output. */
function foldersOf(folder: string, changing: readonly PlannedFile[]): readonly string[] {
  const above = changing.flatMap(({ content, path: file }) => {
    if (content === undefined) return [];
    const steps = file.split("/").slice(0, -1);
    return steps.map((_, index) => path.join(folder, ...steps.slice(0, index + 1)));
  });
  return sortedUnique([path.dirname(folder), folder, ...above]);
}

function changeOf({ content, status }: PlannedFile): FileChange["change"] {
  if (content === undefined) return "removed";
  return status === "missing" ? "created" : "updated";
}
