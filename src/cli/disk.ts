import * as nodeFs from "node:fs";
import * as path from "node:path";
import { promisify } from "node:util";
import { compareText } from "../base/ordering";
import type { OnDisk } from "../output/plan-writes";
import { temporaryName } from "../output/leftovers";
import { ifThere, onDisk, systemCode, toDiskError } from "./disk-error";
import { readAtMost } from "./read-at-most";

/** What of Node's file system the disk is made of. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "closeSync"
  | "fsync"
  | "fsyncSync"
  | "lstatSync"
  | "mkdirSync"
  | "openSync"
  | "readSync"
  | "readdirSync"
  | "readFileSync"
  | "renameSync"
  | "rmSync"
  | "rmdirSync"
  | "statSync"
  | "writeFileSync"
>;

/** A file as it is to be. */
export interface FileToWrite {
  readonly file: string;
  /** Text is written as UTF-8. */
  readonly content: string | Uint8Array;
}

/** Files and folders. The system's refusals are thrown as `DiskError`. */
export interface Disk {
  /** The bytes of a file, or the first of very many; undefined when there is none. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  /** What stands at a path, links not followed. */
  readonly look: (file: string) => OnDisk;
  /** All files below a folder, links not followed, by their paths relative to it, sorted; none without a folder. */
  readonly listFiles: (folder: string) => readonly string[];
  /** The names of the files in a folder, not below it, sorted; none without a folder. */
  readonly listNames: (folder: string) => readonly string[];
  /** The names of the folders in a folder, links not followed, sorted; none without a folder. */
  readonly listFolders: (folder: string) => readonly string[];
  /**
   * Where something else than a folder stands on the way from `root`, which may be a link to a folder, to the path:
   * a file, or a link, which is not followed.
   */
  readonly obstacle: (root: string, relative: string) => string | undefined;
  /** The path, or the nearest above it where something stands. */
  readonly nearestStanding: (file: string) => string;
  /** Writes a file as a whole or not at all, making the folders on the way. */
  readonly writeFile: (file: string, content: string) => void;
  /** Writes many files, each as `writeFile` does. Where the disk refuses one of them, others may have been written. */
  readonly writeFiles: (files: readonly FileToWrite[]) => Promise<void>;
  /** Makes an empty file, and the folders on the way, where there must be none yet; it is the folder that may refuse. */
  readonly createFile: (file: string) => void;
  /** Removes a file, and the folders above it up to `root` that are empty then. */
  readonly removeFile: (file: string, root: string) => void;
  /** Has what was done in a folder outlast a loss of power. */
  readonly syncFolder: (folder: string) => void;
  /** Changes when a file does; links are followed, for an editor may keep the file elsewhere. */
  readonly stamp: (file: string) => string;
}

/** The disk of a real process. The only file that touches it. */
export function createDisk(fs: FileSystem = nodeFs): Disk {
  return {
    readBytes: (file) => ifThere(file, () => readFile(fs, file)),
    look: (file) => look(fs, file),
    listFiles: (folder) => listFiles(fs, folder),
    listNames: (folder) => namesOf(entriesOf(fs, folder).filter((entry) => entry.isFile())),
    listFolders: (folder) => namesOf(entriesOf(fs, folder).filter((entry) => entry.isDirectory())),
    obstacle: (root, relative) => obstacle(fs, root, relative),
    nearestStanding: (file) => nearestStanding(fs, file),
    writeFile: (file, content) => onDisk("write", file, () => writeFile(fs, { file, content })),
    writeFiles: (files) => writeFiles(fs, files),
    createFile: (file) => onDisk("write", path.dirname(file), () => createFile(fs, file)),
    removeFile: (file, root) => onDisk("write", file, () => removeFile(fs, file, root)),
    syncFolder: (folder) => onDisk("write", folder, () => syncFolder(fs, folder)),
    stamp: (file) => stamp(fs, file),
  };
}

function readFile(fs: FileSystem, file: string): Uint8Array {
  const descriptor = fs.openSync(file, "r");
  try {
    return readAtMost(fs, descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

function nearestStanding(fs: FileSystem, file: string): string {
  let standing = path.resolve(file);
  while (ifThere(standing, () => fs.statSync(standing)) === undefined) standing = path.dirname(standing);
  return standing;
}

function look(fs: FileSystem, file: string): OnDisk {
  const stat = ifThere(file, () => fs.lstatSync(file));
  if (stat === undefined) return { kind: "none" };
  if (!stat.isFile()) return { kind: "other" };
  const content = ifThere(file, () => fs.readFileSync(file));
  return content === undefined ? { kind: "none" } : { kind: "file", content };
}

/** Terraform's own folder is none of a golden's. */
const UNREAD_FOLDERS = new Set([".terraform", ".git", "node_modules"]);

function listFiles(fs: FileSystem, folder: string): readonly string[] {
  return entriesOf(fs, folder)
    .flatMap((entry) => {
      if (entry.isFile()) return [entry.name];
      if (!entry.isDirectory() || UNREAD_FOLDERS.has(entry.name)) return [];
      return listFiles(fs, path.join(folder, entry.name)).map((file) => `${entry.name}/${file}`);
    })
    .sort(compareText);
}

function entriesOf(fs: FileSystem, folder: string): readonly nodeFs.Dirent[] {
  return ifThere(folder, () => fs.readdirSync(folder, { withFileTypes: true })) ?? [];
}

function namesOf(entries: readonly nodeFs.Dirent[]): readonly string[] {
  return entries.map(({ name }) => name).sort(compareText);
}

function obstacle(fs: FileSystem, root: string, relative: string): string | undefined {
  if (ifThere(root, () => fs.statSync(root))?.isDirectory() === false) return root;
  const steps = relative.split("/").slice(0, -1);
  const folders = steps.map((_, index) => path.join(root, ...steps.slice(0, index + 1)));
  return folders.find((folder) => ifThere(folder, () => fs.lstatSync(folder))?.isDirectory() === false);
}

/** The new content is complete on disk before it takes the old one's place in one step. */
function writeFile(fs: FileSystem, wanted: FileToWrite): void {
  const begun = beginFile(fs, wanted);
  try {
    fs.fsyncSync(begun.descriptor);
    finishFile(fs, begun);
  } catch (error) {
    abandonFile(fs, begun);
    throw error;
  }
}

/** How many files wait for the disk at a time. Each is open; systems allow a process 256 of them at the least. */
const BATCH = 64;

async function writeFiles(fs: FileSystem, files: readonly FileToWrite[]): Promise<void> {
  for (let start = 0; start < files.length; start += BATCH)
    await writeBatch(fs, files.slice(start, start + BATCH));
}

/** The disk takes long over each file, and not much longer over many at once. */
async function writeBatch(fs: FileSystem, files: readonly FileToWrite[]): Promise<void> {
  const waiting = new Set<BegunFile>();
  try {
    for (const wanted of files) waiting.add(onDisk("write", wanted.file, () => beginFile(fs, wanted)));
    const synced = await Promise.allSettled([...waiting].map((begun) => syncFile(fs, begun)));
    const refused = synced.find((one) => one.status === "rejected");
    if (refused !== undefined) throw refused.reason;
    for (const begun of waiting) {
      onDisk("write", begun.file, () => finishFile(fs, begun));
      waiting.delete(begun);
    }
  } catch (error) {
    for (const begun of waiting) abandonFile(fs, begun);
    throw error;
  }
}

/** A file whose content is written, and has not yet taken its place. */
interface BegunFile {
  readonly file: string;
  readonly temporary: string;
  readonly descriptor: number;
}

function beginFile(fs: FileSystem, { file, content }: FileToWrite): BegunFile {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, temporaryName(path.basename(file), process.pid));
  // A run that was killed may have had the same number. A link in its place is removed, and not followed.
  fs.rmSync(temporary, { force: true });
  const begun = { file, temporary, descriptor: fs.openSync(temporary, "wx") };
  try {
    fs.writeFileSync(begun.descriptor, content);
    return begun;
  } catch (error) {
    abandonFile(fs, begun);
    throw error;
  }
}

async function syncFile(fs: FileSystem, { file, descriptor }: BegunFile): Promise<void> {
  try {
    await promisify(fs.fsync)(descriptor);
  } catch (error) {
    throw toDiskError("write", file, error);
  }
}

function finishFile(fs: FileSystem, { file, temporary, descriptor }: BegunFile): void {
  fs.closeSync(descriptor);
  fs.renameSync(temporary, file);
}

/** Why the file could not be written is what is told; what cannot be removed now, the next run finds. */
function abandonFile(fs: FileSystem, { temporary, descriptor }: BegunFile): void {
  for (const act of [() => fs.closeSync(descriptor), () => fs.rmSync(temporary, { force: true })]) {
    try {
      act();
    } catch (error) {
      if (systemCode(error) === undefined) throw error;
    }
  }
}

function createFile(fs: FileSystem, file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.closeSync(fs.openSync(file, "wx"));
}

function removeFile(fs: FileSystem, file: string, root: string): void {
  fs.rmSync(file, { force: true });
  for (
    let folder = path.dirname(file);
    folder !== root && folder.startsWith(root);
    folder = path.dirname(folder)
  ) {
    if (fs.readdirSync(folder).length > 0) return;
    fs.rmdirSync(folder);
  }
}

/** Systems on which a folder cannot be opened or synced keep its order themselves, or not at all. */
const CANNOT_SYNC = new Set(["EACCES", "EBADF", "EINVAL", "EISDIR", "ENOTSUP", "EPERM"]);

function syncFolder(fs: FileSystem, folder: string): void {
  try {
    const descriptor = fs.openSync(folder, "r");
    try {
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
  } catch (error) {
    if (!CANNOT_SYNC.has(systemCode(error) ?? "")) throw error;
  }
}

function stamp(fs: FileSystem, file: string): string {
  try {
    const { ino, size, mtimeMs } = fs.statSync(file);
    return `${file} ${ino} ${size} ${mtimeMs}`;
  } catch {
    return `${file} none`;
  }
}
