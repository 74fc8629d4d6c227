import * as fs from "node:fs";
import * as path from "node:path";
import { compareText } from "../base/ordering";
import type { OnDisk } from "../output/plan-writes";
import { readGitFolder, type GitFolder } from "./git-folder";
import { withTerminal, type WithTerminal } from "./terminal";
import { createWatcher, type Watcher } from "./watcher";

/** Everything that the command line needs from the world. The only file that touches the disk. */
export interface Host {
  /** The bytes of a file; undefined when there is none or it cannot be read. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  readonly readStandardInput: () => Uint8Array;
  /** What stands at a path, links not followed. */
  readonly look: (file: string) => OnDisk;
  /** All files below a folder, links not followed, by their paths relative to it, sorted; none without a folder. */
  readonly listFiles: (folder: string) => readonly string[];
  /** The files below a folder as a commit, tag or branch has them. */
  readonly readGitFolder: (reference: string, folder: string) => GitFolder;
  /** Whether a folder on the way to the path is a link. */
  readonly passesThroughLink: (root: string, relative: string) => boolean;
  /** Writes a file as a whole or not at all, making the folders on the way. */
  readonly writeFile: (file: string, content: string) => void;
  /** Removes a file, and the folders above it up to `root` that are empty then. */
  readonly removeFile: (file: string, root: string) => void;
  /** A file of the installed package, by its path from the package's root. */
  readonly readPackageFile: (file: string) => string | undefined;
  /** The files below a folder of the installed package, by their paths relative to it, sorted. */
  readonly listPackageFiles: (folder: string) => readonly string[];
  /** Notices changes of files and of what stands in folders; they may vanish and come back. */
  readonly watch: (paths: readonly string[]) => Watcher;
  readonly printOut: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly isTerminal: boolean;
  /** Asks on the terminal; undefined where there is nobody to ask. */
  readonly withTerminal: WithTerminal | undefined;
  /** `NO_COLOR` is set, https://no-color.org. */
  readonly noColor: boolean;
  /** The folder that the cdktf CLI wants its app to write to. */
  readonly cdktfOutdir: string | undefined;
}

/** The host of a real process. `packageRoot` is where docs and schema of the package stand. */
export function createProcessHost(packageRoot: string): Host {
  return {
    readBytes: (file) => attempt(() => fs.readFileSync(file)),
    readStandardInput: () => fs.readFileSync(0),
    look,
    listFiles,
    readGitFolder: (reference, folder) => readGitFolder(reference, folder, nearestStanding(folder)),
    passesThroughLink,
    writeFile,
    removeFile,
    readPackageFile: (file) => attempt(() => fs.readFileSync(path.join(packageRoot, file), "utf8")),
    watch,
    listPackageFiles: (folder) => listFiles(path.join(packageRoot, folder)),
    printOut: (text) => writeAll(1, text),
    printError: (text) => writeAll(2, text),
    isTerminal: isTerminal(process.stderr),
    withTerminal: isTerminal(process.stdin) && isTerminal(process.stderr) ? withTerminal : undefined,
    noColor: (process.env["NO_COLOR"] ?? "") !== "",
    cdktfOutdir: process.env["CDKTF_OUTDIR"],
  };
}

/** Node leaves `isTTY` out where there is no terminal: https://nodejs.org/docs/latest-v20.x/api/tty.html. */
function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true;
}

function look(file: string): OnDisk {
  const stat = attempt(() => fs.lstatSync(file));
  if (stat === undefined) return { kind: "none" };
  if (!stat.isFile()) return { kind: "other" };
  return { kind: "file", content: fs.readFileSync(file, "utf8") };
}

/** Terraform's own folder is none of a golden's. */
const UNREAD_FOLDERS = new Set([".terraform", ".git", "node_modules"]);

function listFiles(folder: string): readonly string[] {
  const entries = attempt(() => fs.readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries
    .flatMap((entry) => {
      if (entry.isFile()) return [entry.name];
      if (!entry.isDirectory() || UNREAD_FOLDERS.has(entry.name)) return [];
      return listFiles(path.join(folder, entry.name)).map((file) => `${entry.name}/${file}`);
    })
    .sort(compareText);
}

function nearestStanding(folder: string): string {
  let standing = path.resolve(folder);
  while (!fs.existsSync(standing)) standing = path.dirname(standing);
  return standing;
}

function passesThroughLink(root: string, relative: string): boolean {
  const steps = relative.split("/").slice(0, -1);
  return steps.some((_, index) => {
    const folder = path.join(root, ...steps.slice(0, index + 1));
    return attempt(() => fs.lstatSync(folder))?.isSymbolicLink() === true;
  });
}

/** The new content is complete on disk before it takes the old one's place in one step. */
function writeFile(file: string, content: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.keyspan-tmp`);
  try {
    const descriptor = fs.openSync(temporary, "w");
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

function removeFile(file: string, root: string): void {
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

function watch(paths: readonly string[]): Watcher {
  return createWatcher({
    stamp: () =>
      paths
        .flatMap((one) => [one, ...listFiles(one).map((file) => path.join(one, file))])
        .map(stampOf)
        .join("\n"),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    onInterrupt: (listener) => {
      process.on("SIGINT", listener);
      return () => process.off("SIGINT", listener);
    },
  });
}

/** Links are followed: an editor may keep the file elsewhere. */
function stampOf(file: string): string {
  const stat = attempt(() => fs.statSync(file));
  return stat === undefined ? `${file} none` : `${file} ${stat.ino} ${stat.size} ${stat.mtimeMs}`;
}

function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length;) {
    try {
      written += fs.writeSync(descriptor, bytes, written);
    } catch (error) {
      // A full pipe: the reader is slower than we are.
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
    }
  }
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
