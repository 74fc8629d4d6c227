import { createHash } from "node:crypto";
import { sortedEntries } from "../base/ordering";

/** File name of the manifest, in the folder of the deployment. */
export const MANIFEST_NAME = ".keyspan.json";

const FORMAT = 1;

/**
 * What keyspan owns in the folder of a deployment: paths relative to it, each with the hash of what was
 * written. While files are being written, `pending` holds the hashes of what is on its way, so that a run
 * that was killed half-way is recognised as ours and mended by the next one.
 */
export interface Manifest {
  readonly files: ReadonlyMap<string, string>;
  readonly pending: ReadonlyMap<string, string>;
}

/** The manifest of a folder in which nothing is owned. */
export const EMPTY_MANIFEST: Manifest = { files: new Map(), pending: new Map() };

/** The hash under which a content is recorded: SHA-256, hexadecimal. */
export function hashOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** The manifest as a file: sorted, so that its diff shows what changed and nothing else. */
export function printManifest({ files, pending }: Manifest): string {
  const sorted = (map: ReadonlyMap<string, string>) =>
    Object.fromEntries(sortedEntries(Object.fromEntries(map)));
  const document = {
    keyspan: FORMAT,
    files: sorted(files),
    ...(pending.size === 0 ? {} : { pending: sorted(pending) }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** Reads a manifest; undefined when the text is none, or of a later format. */
export function parseManifest(text: string): Manifest | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data["keyspan"] !== FORMAT) return undefined;
  const files = toHashes(data["files"]);
  const pending = toHashes(data["pending"] ?? {});
  return files === undefined || pending === undefined ? undefined : { files, pending };
}

function toHashes(value: unknown): ReadonlyMap<string, string> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const isWhole = entries.length === Object.keys(value).length;
  return isWhole && entries.every(([path]) => isSafePath(path)) ? new Map(entries) : undefined;
}

/** Whether a path stays inside its folder: relative, without steps upwards. */
export function isSafePath(path: string): boolean {
  return (
    path !== "" &&
    !path.includes("\\") &&
    path.split("/").every((step) => step !== "" && step !== "." && step !== "..")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
