import * as nodeFs from "node:fs";
import * as path from "node:path";
import { compareText } from "../base/ordering";
import type { OnDisk } from "../output/plan-writes";
import { temporaryName } from "../output/leftovers";
import { ifThere, onDisk, systemCode } from "./disk-error";
import { readAtMost } from "./read-at-most";

/** What of Node's file system the disk is made of. */
export type FileSystem = Pick<
  typeof nodeFs,
  | "closeSync"
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
  /**
   * Where something else than a folder stands on the way from `root`, which may be a link to a folder, to the path:
   * a file, or a link, which is not followed.
   */
  readonly obstacle: (root: string, relative: string) => string | undefined;
  /** The path, or the nearest above it where something stands. */
  readonly nearestStanding: (file: string) => string;
  /** Writes a file as a whole or not at all, making the folders on the way. */
  readonly writeFile: (file: string, content: string) => void;
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
    listNames: (folder) =>
      entriesOf(fs, folder)
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort(compareText),
    obstacle: (root, relative) => obstacle(fs, root, relative),
    nearestStanding: (file) => nearestStanding(fs, file),
    writeFile: (file, content) => onDisk("write", file, () => writeFile(fs, file, content)),
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
  const content = ifThere(file, () => fs.readFileSync(file, "utf8"));
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

function obstacle(fs: FileSystem, root: string, relative: string): string | undefined {
  if (ifThere(root, () => fs.statSync(root))?.isDirectory() === false) return root;
  const steps = relative.split("/").slice(0, -1);
  const folders = steps.map((_, index) => path.join(root, ...steps.slice(0, index + 1)));
  return folders.find((folder) => ifThere(folder, () => fs.lstatSync(folder))?.isDirectory() === false);
}

/** The new content is complete on disk before it takes the old one's place in one step. */
function writeFile(fs: FileSystem, file: string, content: string): void {
  const folder = path.dirname(file);
  fs.mkdirSync(folder, { recursive: true });
  const temporary = path.join(folder, temporaryName(path.basename(file), process.pid));
  // A run that was killed may have had the same number. A link in its place is removed, and not followed.
  fs.rmSync(temporary, { force: true });
  try {
    const descriptor = fs.openSync(temporary, "wx");
    try {
      fs.writeFileSync(descriptor, content);
      fs.fsyncSync(descriptor);
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
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
