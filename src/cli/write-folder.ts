import * as path from "node:path";
import { MANIFEST_NAME, hashOf, printManifest, type Manifest } from "../output/manifest";
import type { DeploymentFolder } from "./deployment-folder";
import type { Host } from "./host";

/** What writing did to a file. */
export interface FileChange {
  readonly change: "created" | "updated" | "removed";
  /** As it is printed. */
  readonly file: string;
}

/**
 * Brings a folder to what was planned. The manifest goes first, with the hashes of what is coming, and
 * again last: wherever the run is killed, every file is one that the manifest knows.
 */
export function writeFolder(
  host: Host,
  { folder, manifest, planned }: DeploymentFolder,
): readonly FileChange[] {
  const wanted = new Map(
    planned.flatMap(({ path: file, content }) => (content === undefined ? [] : [[file, content]])),
  );
  const hashes = new Map([...wanted].map(([file, content]) => [file, hashOf(content)]));
  const finished: Manifest = { files: hashes, pending: new Map() };
  const changes = planned.flatMap(
    ({ path: file, status, content }): (FileChange & { relative: string })[] => {
      if (status === "same") return [];
      const change = content === undefined ? "removed" : status === "missing" ? "created" : "updated";
      return [{ change, file: path.join(folder, file), relative: file }];
    },
  );
  const manifestFile = path.join(folder, MANIFEST_NAME);
  const isRecorded = printManifest(manifest) === printManifest(finished);
  if (changes.length > 0) {
    host.writeFile(manifestFile, printManifest({ files: manifest.files, pending: hashes }));
    for (const { change, file, relative } of changes) {
      if (change === "removed") host.removeFile(file, folder);
      else host.writeFile(file, wanted.get(relative) ?? "");
    }
  }
  if (changes.length > 0 || !isRecorded) host.writeFile(manifestFile, printManifest(finished));
  return changes.map(({ change, file }) => ({ change, file }));
}
