import * as fs from "node:fs";
import * as path from "node:path";
import type { OnDisk } from "../output/plan-writes";

/** Everything that the command line needs from the world. The only file that touches the disk. */
export interface Host {
  /** The bytes of a file; undefined when there is none or it cannot be read. */
  readonly readBytes: (file: string) => Uint8Array | undefined;
  readonly readStandardInput: () => Uint8Array;
  /** The files below a folder by their paths from it, with `/`, sorted; links are not followed. None if there is no folder. */
  readonly listFiles: (folder: string) => readonly string[];
  /** What stands at a path, links not followed. */
  readonly look: (file: string) => OnDisk;
  /** Whether a folder on the way to the path is a link. */
  readonly passesThroughLink: (root: string, relative: string) => boolean;
  /** Writes a file as a whole or not at all, making the folders on the way. */
  readonly writeFile: (file: string, content: string) => void;
  /** Removes a file, and the folders above it up to `root` that are empty then. */
  readonly removeFile: (file: string, root: string) => void;
  /** A file of the installed package, by its path from the package's root. */
  readonly readPackageFile: (file: string) => string | undefined;
  readonly printOut: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly isTerminal: boolean;
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
    listFiles,
    look,
    passesThroughLink,
    writeFile,
    removeFile,
    readPackageFile: (file) => attempt(() => fs.readFileSync(path.join(packageRoot, file), "utf8")),
    printOut: (text) => writeAll(1, text),
    printError: (text) => writeAll(2, text),
    isTerminal: process.stderr.isTTY,
    noColor: (process.env["NO_COLOR"] ?? "") !== "",
    cdktfOutdir: process.env["CDKTF_OUTDIR"],
  };
}

function listFiles(folder: string): readonly string[] {
  const entries = attempt(() => fs.readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"))
    .sort();
}

function look(file: string): OnDisk {
  const stat = attempt(() => fs.lstatSync(file));
  if (stat === undefined) return { kind: "none" };
  if (!stat.isFile()) return { kind: "other" };
  return { kind: "file", content: fs.readFileSync(file, "utf8") };
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
