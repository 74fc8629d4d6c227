import type { FileBytes } from "../base/output-file";
import { sortedBy, sortedUnique } from "../base/ordering";
import { hashOf, type Manifest } from "./manifest";

/** What stands at a path now. */
export type OnDisk =
  | { readonly kind: "file"; readonly content: Uint8Array }
  | { readonly kind: "none" }
  /** A folder, link or device. */
  | { readonly kind: "other" };

/** What is to be done with a file to have the folder hold the deployment. */
export type FileStatus =
  /** As it should be. */
  | "same"
  /** Not there yet. */
  | "missing"
  /** Written by an earlier run and not touched since; the spec says something else now. */
  | "stale"
  /** Written by an earlier run and changed by hand since. */
  | "edited"
  /** Written by an earlier run; the spec no longer makes it. */
  | "orphaned"
  /** Like orphaned, and changed by hand since. */
  | "orphaned-edited"
  /** Somebody else's file, where one of ours would have to stand. */
  | "foreign"
  /** A folder, link or device where a file would have to stand. */
  | "blocked"
  /** What a run that was killed left of its work. */
  | "leftover";

/** The status of one file of a deployment's folder. */
export interface PlannedFile {
  /** Relative to the folder of the deployment. */
  readonly path: string;
  readonly status: FileStatus;
  /** What should stand there; absent when nothing should. */
  readonly content?: Uint8Array;
  /** The hash under which a manifest has to know what stands there; absent when that is not ours. */
  readonly recorded?: string;
}

/** The paths whose present content must be known before a folder can be planned. */
export function pathsOfInterest(wanted: readonly FileBytes[], manifest: Manifest): readonly string[] {
  return sortedUnique([
    ...wanted.map(({ path }) => path),
    ...manifest.files.keys(),
    ...manifest.pending.keys(),
  ]);
}

/**
 * Compares what should stand in a folder with what does. Only files that the manifest records are ever
 * overwritten or removed; a file whose content is already right needs no owner.
 */
export function planWrites(
  wanted: readonly FileBytes[],
  manifest: Manifest,
  read: (path: string) => OnDisk,
): readonly PlannedFile[] {
  const contents = new Map(wanted.map(({ path, content }) => [path, content]));
  const planned = pathsOfInterest(wanted, manifest).flatMap((path): PlannedFile[] => {
    const content = contents.get(path);
    const found = read(path);
    const status = statusOf(content, found, manifest, path);
    if (status === undefined) return [];
    const recorded = recordedHash(status, found, manifest, path);
    return [
      {
        path,
        status,
        ...(content === undefined ? {} : { content }),
        ...(recorded === undefined ? {} : { recorded }),
      },
    ];
  });
  return sortedBy(planned, ({ path }) => path);
}

/** What was edited stays recorded as it was written, so that it goes on being known as edited. */
function recordedHash(
  status: FileStatus,
  found: OnDisk,
  manifest: Manifest,
  path: string,
): string | undefined {
  if (status === "edited" || status === "orphaned-edited") return manifest.files.get(path);
  return found.kind === "file" && status !== "foreign" ? hashOf(found.content) : undefined;
}

function statusOf(
  wanted: Uint8Array | undefined,
  found: OnDisk,
  manifest: Manifest,
  path: string,
): FileStatus | undefined {
  if (found.kind === "none") return wanted === undefined ? undefined : "missing";
  if (found.kind === "other") return wanted === undefined ? undefined : "blocked";
  if (wanted !== undefined && isSameText(found.content, wanted)) return "same";
  const hashes = [hashOf(found.content), hashOf(withUnixLineEnds(found.content))];
  const isUntouched = [manifest.files, manifest.pending].some((known) =>
    hashes.some((hash) => known.get(path) === hash),
  );
  // What was on its way may never have arrived: another content in its place is somebody else's.
  const isOurs = isUntouched || manifest.files.has(path);
  if (wanted === undefined) return isOurs ? (isUntouched ? "orphaned" : "orphaned-edited") : undefined;
  if (!isOurs) return "foreign";
  return isUntouched ? "stale" : "edited";
}

/** A checkout may have given the lines other ends: that is nobody's edit. */
function isSameText(one: Uint8Array, other: Uint8Array): boolean {
  return (
    Buffer.compare(one, other) === 0 || Buffer.compare(withUnixLineEnds(one), withUnixLineEnds(other)) === 0
  );
}

function withUnixLineEnds(content: Uint8Array): Uint8Array {
  // Every byte is a character of latin1, whatever the text is written in.
  const text = Buffer.from(content).toString("latin1");
  return text.includes("\r\n") ? Buffer.from(text.replaceAll("\r\n", "\n"), "latin1") : content;
}

/** Whether the folder holds exactly the deployment. */
export function isUpToDate(planned: readonly PlannedFile[]): boolean {
  return planned.every(({ status }) => status === "same");
}

/** The files that stand in the way. `force` gives up changes made by hand to our own files, and nothing else. */
export function refusals(planned: readonly PlannedFile[], force: boolean): readonly PlannedFile[] {
  return planned.filter(({ status }) => {
    if (status === "foreign" || status === "blocked") return true;
    return !force && (status === "edited" || status === "orphaned-edited");
  });
}
