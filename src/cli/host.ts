import * as os from "node:os";
import * as path from "node:path";
import type { Claim } from "../output/leftovers";
import { createDisk, type Disk } from "./disk";
import { DiskError, systemCode } from "./disk-error";
import type { GitFolder } from "./git-folder";
import { printError, printOut, readStandardInput } from "./standard-streams";
import { withTerminal, type WithTerminal } from "./terminal";
import { createWatcher, type Watcher } from "./watcher";

/** Everything that the command line needs from the world. */
export interface Host extends Disk {
  readonly readStandardInput: () => Uint8Array;
  /** The files below a folder as a commit, tag or branch has them. */
  readonly readGitFolder: (reference: string, folder: string) => Promise<GitFolder>;
  /** A file of the installed package, by its path from the package's root. */
  readonly readPackageFile: (file: string) => string | undefined;
  /** The files below a folder of the installed package, by their paths relative to it, sorted. */
  readonly listPackageFiles: (folder: string) => readonly string[];
  /** Notices changes of files and of what stands in folders; they may vanish and come back. */
  readonly watch: (paths: readonly string[]) => Watcher;
  readonly printOut: (text: string) => void;
  readonly printError: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns of the terminal on which progress is shown; undefined where nobody looks at it: none, or a CI job. */
  readonly progressColumns: number | undefined;
  /** Asks on the terminal; undefined where there is nobody to ask. */
  readonly withTerminal: WithTerminal | undefined;
  /** `NO_COLOR` is set, https://no-color.org. */
  readonly noColor: boolean;
  /** The folder that the cdktf CLI wants its app to write to. */
  readonly cdktfOutdir: string | undefined;
  /** This process, as it claims folders. */
  readonly self: Claim;
  /** Whether a process of this machine runs. */
  readonly isRunning: (processId: number) => boolean;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** The host of a real process. `packageRoot` is where docs and schema of the package stand. */
export function createProcessHost(packageRoot: string, disk: Disk = createDisk()): Host {
  return {
    ...disk,
    readStandardInput,
    readGitFolder: async (reference, folder) => {
      // It takes along what runs processes, and only a review against a commit needs that.
      const { readGitFolder } = await import("./git-folder");
      return readGitFolder(reference, folder, disk.nearestStanding(folder));
    },
    readPackageFile: (file) => readText(disk, path.join(packageRoot, file)),
    watch: (paths) => watch(disk, paths),
    listPackageFiles: (folder) => disk.listFiles(path.join(packageRoot, folder)),
    printOut,
    printError,
    // Node sets a stream up when it is first touched, and most runs touch none.
    get isTerminal() {
      return isTerminal(process.stderr);
    },
    get withTerminal() {
      return isTerminal(process.stdin) && isTerminal(process.stderr) ? withTerminal : undefined;
    },
    get progressColumns() {
      return isSet("CI") || !isTerminal(process.stderr) ? undefined : process.stderr.columns;
    },
    noColor: isSet("NO_COLOR"),
    cdktfOutdir: process.env["CDKTF_OUTDIR"],
    self: { processId: process.pid, hostName: os.hostname() },
    isRunning,
    sleep,
  };
}

/** Node leaves `isTTY` out where there is no terminal: https://nodejs.org/docs/latest-v20.x/api/tty.html. */
function isTerminal(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true;
}

function isSet(variable: string): boolean {
  return (process.env[variable] ?? "") !== "";
}

function readText({ readBytes }: Disk, file: string): string | undefined {
  const bytes = readBytes(file);
  return bytes === undefined ? undefined : new TextDecoder().decode(bytes);
}

/** Signal 0 asks only; a process of somebody else runs, and may not be asked. */
function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function watch(disk: Disk, paths: readonly string[]): Watcher {
  return createWatcher({
    stamp: () =>
      paths
        .flatMap((one) => [one, ...filesBelow(disk, one)])
        .map(disk.stamp)
        .join("\n"),
    sleep,
    onInterrupt: (listener) => {
      process.on("SIGINT", listener);
      return () => process.off("SIGINT", listener);
    },
  });
}

/** None while the folder cannot be read: it may come back. */
function filesBelow(disk: Disk, folder: string): readonly string[] {
  try {
    return disk.listFiles(folder).map((file) => path.join(folder, file));
  } catch (error) {
    if (error instanceof DiskError) return [];
    throw error;
  }
}
